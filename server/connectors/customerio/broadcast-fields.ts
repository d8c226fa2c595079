import { z } from "zod";
import { Email, Flag, Integer, JsonObject, optional, required, Text } from "../fields";

export const broadcastId = required(Integer(1), {
  title: "Broadcast",
  description: "One that is started by API.",
  examples: [12],
  choices: "customerio.broadcast",
});

const PerPerson = z.strictObject({
  id: optional(Text(150), { title: "Id" }),
  email: optional(Email(), { title: "E-mail address" }),
  data: required(JsonObject(), { title: "Data" }),
});

const AUDIENCES = ["recipients", "emails", "ids", "per_user_data", "data_file_url"] as const;

/** Who gets a broadcast and what it may show. https://docs.customer.io/api/app/#operation/triggerBroadcast */
export const BroadcastInput = z
  .strictObject({
    broadcast_id: broadcastId,
    data: optional(JsonObject(), { title: "Data", description: "What the messages may show." }),
    emails: optional(z.array(Email()).min(1).max(10_000), { title: "To these addresses" }),
    ids: optional(z.array(Text(150)).min(1).max(10_000), { title: "To the people with these ids" }),
    recipients: optional(JsonObject(), {
      title: "To people who match",
      description:
        "A filter on segments and attributes. Without anybody named, the broadcast's own audience.",
      examples: [{ segment: { id: 7 } }],
      group: "more",
    }),
    per_user_data: optional(z.array(PerPerson).min(1).max(10_000), {
      title: "To each with their own data",
      group: "more",
    }),
    data_file_url: optional(z.url("Must be an address."), {
      title: "To the people in a file",
      group: "more",
    }),
    id_ignore_missing: optional(Flag(), { title: "Skip unknown ids", group: "more" }),
    email_ignore_missing: optional(Flag(), { title: "Skip unknown addresses", group: "more" }),
    email_add_duplicates: optional(Flag(), { title: "Everybody who has the address", group: "more" }),
  })
  .refine((input) => AUDIENCES.filter((name) => input[name] !== undefined).length <= 1, {
    error: "Say in one way only who gets it.",
    path: ["recipients"],
  });
