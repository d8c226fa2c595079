import { z } from "zod";
import { eventId } from "~/server/connectors/customerio/event-id";
import { defineAction } from "~/server/connectors/define";
import { JsonObject, optional, required, Text, UnixTime } from "~/server/connectors/fields";

export const eventAnonymous = defineAction({
  id: "customerio.event.anonymous",
  app: "customerio",
  title: "Track anonymous event",
  summary: "Records that something happened to somebody you do not know yet.",
  words: [
    "track|record|send|log|fire|emit anonymous event|visitor",
    "track|record|send|log|fire|emit event anonymous|anonymously",
    "track|record|send|log|fire|emit event anonymous visitor|anonymously|person",
    "anonymous event|visitor",
    "event anonymously|anonymous",
  ],
  docs: "https://docs.customer.io/api/track/#operation/trackAnonymous",
  effect: "keyed",
  bucket: "customerio.track",
  input: z.strictObject({
    name: required(Text(100), { title: "Event name", examples: ["viewed_pricing"] }),
    anonymous_id: optional(Text(150), {
      title: "Anonymous id",
      description: "So that it can be linked to a person later.",
    }),
    data: optional(JsonObject(), { title: "Event data" }),
    type: optional(z.enum(["event", "page", "screen"]), { title: "Kind", group: "more" }),
    timestamp: optional(UnixTime(), { title: "When it happened", group: "more" }),
  }),
  output: z.object({ id: z.ulid(), name: z.string() }),
  sample: {
    input: { name: "viewed_pricing", anonymous_id: "anon-1" },
    output: { id: "01M5SGTZ70X8J3N6V1RQ4T2YBA", name: "viewed_pricing" },
  },
  async run({ track }, { name, anonymous_id = "", data = {}, type, timestamp }, { key, eventTime }) {
    const id = eventId(key, eventTime);
    const kind = type ? { type } : {};
    await track.trackAnonymous(anonymous_id, { name, id, ...kind, timestamp: timestamp ?? eventTime, data });
    return { id, name };
  },
});
