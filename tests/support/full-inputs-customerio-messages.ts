import type { FullInputs } from "./full-inputs";

const when = 1_790_000_000;
const message = {
  message_data: { amount: "$49.00" },
  reply_to: "help@example.com",
  bcc: "audit@example.com",
  language: "fr",
  send_at: "2026-12-31",
  send_to_unsubscribed: true,
  queue_draft: false,
};

/** Fields that exclude each other are spread over several inputs. */
export const FULL_CUSTOMERIO_MESSAGES: FullInputs = {
  "customerio.email.send": [
    {
      ...message,
      to: "ada@example.com",
      transactional_message_id: "receipt",
      identifiers: { id: "cus_1" },
      preheader: "Thank you",
    },
    {
      to: "ada@example.com",
      from: "help@example.com",
      subject: "Thank you",
      body: "<p>Thank you</p>",
      identifiers: { email: "ada@example.com" },
    },
    { to: "ada@example.com", transactional_message_id: 3, identifiers: { cio_id: "a3000001" } },
  ],
  "customerio.message.send": [
    {
      channel: "push",
      transactional_message_id: "3",
      identifiers: { id: "cus_1" },
      message_data: { amount: "$49.00" },
      to: "last_used",
      title: "Payment failed",
      message: "Please update your card",
      link: "https://example.com/card",
      image_url: "https://example.com/card.png",
      language: "fr",
      send_at: when,
      send_to_unsubscribed: true,
      queue_draft: false,
    },
    {
      channel: "sms",
      transactional_message_id: "3",
      identifiers: { email: "ada@example.com" },
      to: "+15550100",
    },
    { channel: "whatsapp", transactional_message_id: "3", identifiers: { id: "cus_1" } },
    {
      channel: "in_app",
      transactional_message_id: "3",
      identifiers: { cio_id: "a3000001" },
      queue_draft: true,
    },
    { channel: "inbox_message", transactional_message_id: "3", identifiers: { id: "cus_1" } },
  ],
  "customerio.broadcast.trigger": [
    {
      broadcast_id: 12,
      data: { code: "ADA-25" },
      emails: ["ada@example.com"],
      email_ignore_missing: true,
      email_add_duplicates: true,
    },
    { broadcast_id: 12, ids: ["cus_1"], id_ignore_missing: true },
    { broadcast_id: 12, recipients: { segment: { id: 7 } } },
    {
      broadcast_id: 12,
      per_user_data: [
        { id: "cus_1", data: { code: "A" } },
        { email: "ada@example.com", data: { code: "B" } },
      ],
    },
    { broadcast_id: 12, data_file_url: "https://example.com/people.jsonl" },
  ],
  "customerio.broadcast.status": {
    broadcast_id: 12,
    trigger_id: 4,
    with_errors: true,
    limit: 10,
    start: "1",
  },
  "customerio.campaign.get": [{ id: 3, period: "days", steps: 7 }, { id: 3 }],
  "customerio.message.get": [
    { id: "RMehBAAAAXE7r" },
    { type: "email", metric: "bounced", campaign_id: 3, limit: 10, start: "MTU" },
  ],
  "customerio.collection.replace": { id: 5, rows: [{ plan: "Pro", price: 49 }] },
  "customerio.esp_suppression": [
    { action: "check", email: "ada+vip@example.com" },
    { action: "add", email: "ada+vip@example.com", type: "spam_reports" },
    { action: "remove", email: "ada+vip@example.com", type: "blocks", confirm: true },
  ],
  "customerio.cdp": [
    { call: "identify", userId: "cus_1", anonymousId: "anon-1", traits: { plan: "pro" }, timestamp: when },
    { call: "track", userId: "cus_1", event: "Paid", properties: { amount: 4900 } },
    { call: "group", userId: "cus_1", groupId: "acme", traits: { plan: "pro" } },
  ],
  "customerio.api": [
    {
      api: "app",
      method: "POST",
      path: "/v1/segments",
      body: { segment: { name: "Won back" } },
      safe_to_retry: true,
    },
    { api: "track", method: "DELETE", path: "/api/v1/customers/cus_1", confirm: true },
    { api: "app", method: "GET", path: "/v1/segments" },
    { api: "pipelines", method: "POST", path: "/v1/identify", body: { userId: "cus_1", traits: {} } },
  ],
};
