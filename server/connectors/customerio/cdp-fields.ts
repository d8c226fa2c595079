import type { PipelinesClient } from "customerio-node";
import { z } from "zod";
import { JsonObject, optional, required, Text, UnixTime } from "../fields";

/** What goes through the Pipelines API, by its own field names. https://docs.customer.io/api/cdp/ */
export const CdpInput = z
  .strictObject({
    call: required(z.enum(["identify", "track", "group"]), { title: "What to send" }),
    userId: optional(Text(150), { title: "Person", examples: ["cus_NffrFeUfNV2Hib"] }),
    anonymousId: optional(Text(150), {
      title: "Anonymous id",
      description: "Of somebody you do not know yet.",
    }),
    event: optional(Text(150), { title: "Event name", description: "Of an event.", examples: ["Paid"] }),
    groupId: optional(Text(150), { title: "Group", description: "Of a group." }),
    traits: optional(JsonObject(), { title: "Traits", description: "Of a person or a group." }),
    properties: optional(JsonObject(), { title: "Properties", description: "Of an event." }),
    timestamp: optional(UnixTime(), { title: "When it happened", group: "more" }),
  })
  .refine(({ userId, anonymousId }) => (userId ?? anonymousId) !== undefined, {
    error: "Give a person or an anonymous id.",
    path: ["userId"],
  })
  .refine(
    ({ call, event, properties }) =>
      (call === "track") === (event !== undefined) && (call === "track" || !properties),
    {
      error: "An event, and only an event, has a name and properties.",
      path: ["event"],
    },
  )
  .refine(({ call, groupId }) => (call === "group") === (groupId !== undefined), {
    error: "A group, and only a group, has an id of its own.",
    path: ["groupId"],
  })
  .refine(({ call, traits }) => call !== "track" || traits === undefined, {
    error: "An event has no traits.",
    path: ["traits"],
  });

export const CdpOutput = z.object({ messageId: z.string(), call: z.string() });

type CdpInput = z.output<typeof CdpInput>;
type Identified = { userId: string } | { anonymousId: string; userId?: string };

function identified({ userId = "", anonymousId }: CdpInput): Identified {
  return anonymousId === undefined ? { userId } : { anonymousId, ...(userId ? { userId } : {}) };
}

/** Sends it; `messageId` is the effect's key, so that a repeated one can be told. Throws what the SDK throws. */
export async function sendCall(
  client: PipelinesClient,
  input: CdpInput,
  messageId: string,
  eventTime: number,
) {
  const { event = "", groupId = "", traits = {}, properties = {}, timestamp = eventTime } = input;
  const common = { ...identified(input), messageId, timestamp: new Date(timestamp * 1000).toISOString() };
  if (input.call === "identify") return client.identify({ ...common, traits });
  if (input.call === "group") return client.group({ ...common, groupId, traits });
  return client.track({ ...common, event, properties });
}
