import type { FullInputs } from "./full-inputs";

const when = 1_790_000_000;

/** Fields that exclude each other are spread over several inputs. */
export const FULL_CUSTOMERIO_PEOPLE: FullInputs = {
  "customerio.person.upsert": {
    identifier: "cus_1",
    email: "ada@example.com",
    attributes: { plan: "pro" },
    created_at: when,
    unsubscribed: false,
    update_only: true,
  },
  "customerio.event.track": {
    identifier: "cus_1",
    name: "paid",
    data: { amount: 4900 },
    timestamp: "2026-09-21T14:13:20Z",
  },
  "customerio.segment.add": { segment: 7, ids: ["ada@example.com"], id_type: "email" },
  "customerio.person.delete": { identifier: "ada+vip@example.com", confirm: true },
  "customerio.person.get": { id: "ada+vip@example.com", id_type: "email" },
  "customerio.person.find": [
    { email: "ada+vip@example.com", if_many: "first" },
    { filter: { and: [{ segment: { id: 7 } }] }, limit: 10, start: "MTU" },
  ],
  "customerio.person.segments": {
    id: "ada@example.com",
    id_type: "email",
    with_messages: true,
    limit: 10,
    start: "MTU",
  },
  "customerio.person.suppress": { identifier: "cus_1", confirm: true },
  "customerio.person.unsuppress": { identifier: "cus_1" },
  "customerio.person.merge": [
    { primary: { id: "cus_1" }, secondary: { cio_id: "a3000001" }, confirm: true },
    { primary: { email: "ada@example.com" }, secondary: { id: "cus_2" }, confirm: true },
    { primary: { cio_id: "a3000002" }, secondary: { email: "old@example.com" }, confirm: true },
  ],
  "customerio.person.subscription": {
    identifier: "cus_1",
    unsubscribed: false,
    topics: { topic_1: true, topic_2: false },
  },
  "customerio.device.add": {
    identifier: "cus_1",
    device_id: "token-1",
    platform: "android",
    last_used: when,
    attributes: { app_version: "2.0" },
  },
  "customerio.device.remove": { identifier: "cus_1", device_id: "token-1" },
  "customerio.event.anonymous": {
    name: "viewed",
    anonymous_id: "anon-1",
    data: { page: "/pricing" },
    type: "page",
    timestamp: when,
  },
  "customerio.form.submit": { form_id: "contact", data: { id: "cus_1", topic: "billing" } },
  "customerio.segment.remove": { segment: "7", ids: "ada@example.com", id_type: "email" },
  "customerio.segment.manage": [
    { action: "create", name: "Won back", description: "By coupon" },
    { action: "members", segment: 7, limit: 10, start: "MTU" },
    { action: "list" },
  ],
  "customerio.object.upsert": [
    {
      object_type_id: "1",
      object_id: "acme",
      action: "identify",
      attributes: { plan: "pro" },
      cio_relationships: [
        { identifiers: { id: "cus_1" }, relationship_attributes: { role: "admin" } },
        { identifiers: { email: "ada@example.com" } },
        { identifiers: { cio_id: "a3000001" } },
      ],
    },
    { object_type_id: 1, object_id: "acme", action: "delete", confirm: true },
  ],
  "customerio.relationship.set": [
    {
      person: { id: "cus_1" },
      object_type_id: "1",
      object_id: "acme",
      action: "add",
      relationship_attributes: { role: "admin" },
    },
    { person: { email: "ada@example.com" }, object_type_id: "1", object_id: "acme", action: "remove" },
    { person: { cio_id: "a3000001" }, object_type_id: "1", object_id: "acme", action: "add" },
  ],
  "customerio.batch": {
    operations: [
      { type: "person", identifiers: { id: "42" }, action: "identify", attributes: { plan: "pro" } },
      { type: "person", identifiers: { id: "42" }, action: "event", name: "paid", attributes: { amount: 1 } },
    ],
    allow_failures: true,
  },
};
