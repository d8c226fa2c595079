import { z } from "zod";
import { Flag, JsonObject, optional, required, Text, UnixTime } from "../fields";
import { Identifiers } from "./fields";

const CHANNELS = ["push", "sms", "whatsapp", "in_app", "inbox_message"] as const;
type Channel = (typeof CHANNELS)[number];

const more = "more";

/** Which channels take a field; a field that is not here goes with all of them. */
const ONLY_FOR: Partial<Record<string, readonly Channel[]>> = {
  to: ["push", "sms", "whatsapp"],
  send_to_unsubscribed: ["push", "sms", "whatsapp"],
  title: ["push"],
  message: ["push"],
  link: ["push"],
  image_url: ["push"],
};

/** What a transactional message takes. https://docs.customer.io/api/app/#tag/Send-Messages */
export const MessageInput = z
  .strictObject({
    channel: required(z.enum(CHANNELS), { title: "Channel" }),
    transactional_message_id: required(Text(), {
      title: "Transactional message",
      description: "Id or trigger name of the message in Customer.io.",
      examples: ["payment_failed"],
      choices: "customerio.transactional_message",
    }),
    identifiers: required(Identifiers, { title: "Person" }),
    message_data: optional(JsonObject(), {
      title: "Message data",
      description: "What the message may show, as {{trigger.…}} in Customer.io.",
    }),
    to: optional(Text(), {
      title: "To",
      description: "Another phone number or device than the person's own.",
      group: more,
    }),
    title: optional(Text(), {
      title: "Title",
      description: "Of a push message, instead of its own.",
      group: more,
    }),
    message: optional(Text(), {
      title: "Text",
      description: "Of a push message, instead of its own.",
      group: more,
    }),
    link: optional(Text(), { title: "Link", description: "What a push message opens.", group: more }),
    image_url: optional(Text(), { title: "Picture", description: "Of a push message.", group: more }),
    language: optional(Text(35), { title: "Language", examples: ["fr"], group: more }),
    send_at: optional(UnixTime(), { title: "Send at", group: more }),
    send_to_unsubscribed: optional(Flag(), { title: "Send to unsubscribed people too", group: more }),
    queue_draft: optional(Flag(), { title: "Only make a draft", group: more }),
  })
  .superRefine((input, context) => {
    for (const [name, value] of Object.entries(input)) {
      if (value === undefined || (ONLY_FOR[name] ?? CHANNELS).includes(input.channel)) continue;
      context.addIssue({
        code: "custom",
        path: [name],
        message: `A message by ${input.channel} does not take this.`,
      });
    }
  });
