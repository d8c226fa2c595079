import { z } from "zod";
import { identifier } from "~/server/connectors/customerio/fields";
import { defineAction } from "~/server/connectors/define";
import { Email, Flag, JsonObject, optional, present, UnixTime } from "~/server/connectors/fields";

const updateOnly = "Change only people Customer.io already knows; without this an unknown person is added.";

export const personUpsert = defineAction({
  id: "customerio.person.upsert",
  app: "customerio",
  title: "Create or update person",
  summary: "Adds a person to Customer.io, or updates the attributes of one that is already there.",
  words: [
    "upsert",
    "put|save|write|copy|mirror|store|update on|onto person|profile",
    "mark|flag|tag|label @person",
    "attribute|field|property $name",
    "cio attribute|field|property",
    "add|create @person",
    "put|write|set|save|store|add|keep|copy plan|status|name|email|country|phone|language|value|date @person|profile",
    "set|update|save|store|sync|write|copy|record|change|add|refresh plan|email|name|status|country|phone|address|language|locale|mrr|attribute",
    "note|write|record|save|store|put|keep profile",
    "add|put|create|upsert|sync|push|import|register|copy|mirror|identify|update|refresh|save|bring|carry|replicate|pass|send @person|profile cio",
    "create|upsert|update|sync|refresh|identify|mirror @person|profile",
    "add @person cio",
    "exist|appear|show person|profile|cio",
    "set|update|save|store|write|change|sync|record|put|copy|refresh|keep|stamp|bump|adjust|edit|amend attribute|profile|field|trait|property|cio",
    "set|update|save|store|write|change|put|copy|add|sync|record|note|mark|keep|stamp @person|profile|her attribute|plan|email|name|status|country|phone|address|language|locale|value|date",
    "mark|flag|tag|label @person|profile|account as|vip|cio|$name",
    "mark|flag|tag|label|set as",
    "$assign",
    "set $name",
    "set|save|update|store|stamp|bump $name",
    "change|update|sync it cio",
    "put cio",
    "set true|false|vip",
    "add|put|sync cio",
    "save|store|write|record cio",
    "make|set @person vip",
    "$name profile|person|cio|attribute become|say|read|show|hold|turn|equal",
    "$name become|equal|turn|switch|must|should $name|true|false",
    "attribute|profile|field become|say|turn $name",
  ],
  docs: "https://docs.customer.io/api/track/#operation/identify",
  effect: "upsert",
  bucket: "customerio.track",
  input: z.strictObject({
    identifier,
    email: optional(Email(), { title: "E-mail address", examples: ["ada@example.com"] }),
    attributes: optional(JsonObject(), {
      title: "Attributes",
      description: "What you want to know about the person: plan, name, country…",
      examples: [{ plan: "pro" }],
    }),
    created_at: optional(UnixTime(), { title: "Customer since", group: "more" }),
    unsubscribed: optional(Flag(), { title: "Unsubscribed from all messages", group: "more" }),
    update_only: optional(Flag(), { title: "Only update", description: updateOnly, group: "more" }),
  }),
  output: z.object({ identifier: z.string() }),
  sample: {
    input: { identifier: "cus_123", email: "ada@example.com", attributes: { plan: "pro" } },
    output: { identifier: "cus_123" },
  },
  async run({ track }, { identifier, attributes, update_only, ...known }, { eventTime }) {
    const update = update_only ? { _update: true } : {};
    await track.identify(identifier, { _timestamp: eventTime, ...attributes, ...present(known), ...update });
    return { identifier };
  },
});
