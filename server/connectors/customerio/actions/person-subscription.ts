import { z } from "zod";
import { identifier } from "~/server/connectors/customerio/fields";
import { Subscription } from "~/server/connectors/customerio/person-fields";
import { defineAction } from "~/server/connectors/define";
import { Flag, optional } from "~/server/connectors/fields";

export const personSubscription = defineAction({
  id: "customerio.person.subscription",
  app: "customerio",
  title: "Set subscription",
  summary: "Subscribes or unsubscribes a person: from all messages, or from single topics.",
  words: [
    "unsubscribe|resubscribe @person|marketing|email|newsletter|topic",
    "opt out|in @person|marketing|newsletter|email|topic",
    "opt_out|opt_in",
    "unsubscribe|resubscribe",
    "subscribe @person newsletter|marketing|topic|list|update",
    "stop|pause|halt|end|cease|turn_off|disable|switch|silence|mute marketing|email|campaign|promotion|newsletter",
    "take|remove|pull|get|strip|drop off|from newsletter|marketing|mailing|topic",
    "off newsletter|marketing|mailing",
    "turn_off|disable email|marketing",
    "set|turn unsubscribed|subscription_preference true|false|off",
    "set subscription preference",
  ],
  docs: "https://docs.customer.io/api/track/#operation/identify",
  effect: "upsert",
  bucket: "customerio.track",
  input: z
    .strictObject({
      identifier,
      unsubscribed: optional(Flag(), { title: "Unsubscribed from all messages" }),
      topics: optional(Subscription, {
        title: "Topics",
        description: "topic_ and the topic's number: true subscribes, false unsubscribes.",
        examples: [{ topic_1: true }],
      }),
    })
    .refine(({ unsubscribed, topics }) => unsubscribed !== undefined || topics !== undefined, {
      error: "Say what changes: all messages or topics.",
      path: ["topics"],
    }),
  output: z.object({ identifier: z.string() }),
  sample: { input: { identifier: "cus_123", unsubscribed: true }, output: { identifier: "cus_123" } },
  async run({ track }, { identifier, unsubscribed, topics }, { eventTime }) {
    const all = unsubscribed === undefined ? {} : { unsubscribed };
    const single = topics ? { cio_subscription_preferences: { topics } } : {};
    await track.identify(identifier, { _timestamp: eventTime, _update: true, ...all, ...single });
    return { identifier };
  },
});
