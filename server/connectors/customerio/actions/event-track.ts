import { z } from "zod";
import { eventId } from "~/server/connectors/customerio/event-id";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";
import { JsonObject, optional, required, Text, UnixTime } from "~/server/connectors/fields";

export const eventTrack = defineAction({
  id: "customerio.event.track",
  app: "customerio",
  title: "Track event",
  summary: "Records that something happened to a person; campaigns can start from it.",
  words: [
    "track|fire|log|record|trigger|emit|send|push|post|create|raise|register|report|drop|note event",
    "track|log|record|fire|emit|trigger|send|report $name",
    "track it|cio|@person|that|this",
    "event cio|$name|called|named",
    "let|tell|notify|inform cio event|know|that",
    "start|trigger|enroll|enrol|enter|kick_off|launch|begin|put|add|run|fire|drop|move campaign|series|journey|workflow|sequence|flow|automation|dunning|drip",
    "into campaign|series|journey|workflow|sequence|flow|drip",
    "track",
    "win_back|winback|onboarding|dunning|nurture campaign|series|journey|flow|sequence",
  ],
  docs: "https://docs.customer.io/api/track/#operation/track",
  effect: "keyed",
  bucket: "customerio.track",
  input: z.strictObject({
    identifier,
    name: required(Text(100), {
      title: "Event name",
      description: "The name that campaigns and segments use.",
      examples: ["subscription_started"],
    }),
    data: optional(JsonObject(), { title: "Event data", description: "What messages may show about it." }),
    timestamp: optional(UnixTime(), {
      title: "When it happened",
      description: "The time of the triggering event unless you say otherwise.",
      group: "more",
    }),
  }),
  output: z.object({ id: z.ulid(), name: z.string() }),
  sample: {
    input: { identifier: "cus_123", name: "subscription_started", data: { plan: "pro" } },
    output: { id: "01M5SGTZ70X8J3N6V1RQ4T2YBA", name: "subscription_started" },
  },
  async run({ track }, { identifier, name, data = {}, timestamp }, { key, eventTime }) {
    const id = eventId(key, eventTime);
    await track.track(identifier, { name, id, timestamp: timestamp ?? eventTime, data });
    return { id, name };
  },
});
