import type { Step } from "~/server/recipes/definition";
import { join, leave, segment } from "~/server/recipes/gallery/common";
import { action } from "~/server/recipes/gallery/steps";
import { object } from "~/server/recipes/gallery/values";
import { factsOf } from "./facts";
import type { PairEvent } from "./pair-events";
import { type Who, withEmail } from "./who";

type Make = (event: PairEvent, who: Who) => Step[];

const nameOf = ({ type }: PairEvent) => type.replaceAll(".", "_");

/** What can be done in Customer.io when something happens in Stripe, and the steps that do it. */
export const TO_CUSTOMERIO: Readonly<Record<string, Make>> = {
  "customerio.event.track": (event, { id }) => [
    action("track", "customerio.event.track", {
      identifier: id,
      name: nameOf(event),
      data: factsOf(event.type, "number"),
    }),
  ],
  "customerio.person.upsert": (event, { id, email }) => [
    action("person", "customerio.person.upsert", {
      identifier: id,
      ...(email ? { email } : {}),
      attributes: { last_stripe_event: "{{ trigger.type }}", ...personFacts(event) },
    }),
  ],
  "customerio.email.send": (event, who) =>
    withEmail(who, (email) =>
      action("mail", "customerio.email.send", {
        to: email,
        transactional_message_id: nameOf(event),
        message_data: factsOf(event.type, "words"),
        identifiers: { id: who.id },
      }),
    ),
  "customerio.message.send": (event, { id }) => [
    action("message", "customerio.message.send", {
      channel: "push",
      transactional_message_id: nameOf(event),
      message_data: factsOf(event.type, "words"),
      identifiers: { id },
    }),
  ],
  "customerio.segment.add": ({ title }, { id }) => [segment(title), join("segment", id)],
  "customerio.segment.remove": ({ title }, { id }) => [segment(title), leave("segment", id)],
  "customerio.person.subscription": (_event, { id }) => [
    action("subscription", "customerio.person.subscription", { identifier: id, unsubscribed: true }),
  ],
  "customerio.object.upsert": (event) => [
    action("object", "customerio.object.upsert", {
      object_type_id: "1",
      object_id: object("id"),
      action: "identify",
      attributes: factsOf(event.type, "number"),
    }),
  ],
  "customerio.relationship.set": (_event, { id }) => [
    action("relationship", "customerio.relationship.set", {
      person: { id },
      object_type_id: "1",
      object_id: object("id"),
      action: "add",
    }),
  ],
  "customerio.cdp": (event, { id }) => [
    action("pipelines", "customerio.cdp", {
      call: "track",
      userId: id,
      event: event.title,
      properties: factsOf(event.type, "number"),
    }),
  ],
};

/** A profile holds what is true of a person, not what one payment was. */
function personFacts({ type }: PairEvent): Record<string, string> {
  if (!/^customer\.(subscription\.|created|updated)/.test(type)) return {};
  const { plan, status, name } = factsOf(type, "words");
  return {
    ...(plan ? { plan } : {}),
    ...(status ? { subscription: status } : {}),
    ...(name ? { name } : {}),
  };
}
