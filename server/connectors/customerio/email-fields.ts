import { z } from "zod";
import { Flag, JsonObject, optional, required, Text, UnixTime } from "../fields";
import { Identifiers } from "./fields";

const more = "more";

/** What a transactional e-mail takes. https://docs.customer.io/api/app/#operation/sendEmail */
export const EmailInput = z
  .strictObject({
    to: required(Text(), { title: "To", examples: ["ada@example.com", "Ada <ada@example.com>"] }),
    transactional_message_id: optional(Text(), {
      title: "Transactional message",
      description:
        "Id or trigger name of the message in Customer.io. Without one, fill in sender, subject and body.",
      examples: ["receipt"],
      choices: "customerio.transactional_message",
    }),
    message_data: optional(JsonObject(), {
      title: "Message data",
      description: "What the message may show, as {{trigger.…}} in Customer.io.",
    }),
    identifiers: optional(Identifiers, {
      title: "Person",
      description: "Whose message it is; the person with the receiving address unless you say otherwise.",
    }),
    from: optional(Text(), { title: "From", description: "A verified sender.", group: more }),
    subject: optional(Text(), { title: "Subject", group: more }),
    body: optional(Text(1_000_000), {
      title: "Body",
      description: "HTML.",
      control: "longtext",
      group: more,
    }),
    preheader: optional(Text(), { title: "Preheader", group: more }),
    reply_to: optional(Text(), { title: "Reply to", group: more }),
    bcc: optional(Text(), { title: "Blind copy", group: more }),
    language: optional(Text(35), { title: "Language", examples: ["fr"], group: more }),
    send_at: optional(UnixTime(), { title: "Send at", group: more }),
    send_to_unsubscribed: optional(Flag(), { title: "Send to unsubscribed people too", group: more }),
    queue_draft: optional(Flag(), { title: "Only make a draft", group: more }),
  })
  .refine((email) => email.transactional_message_id || (email.from && email.subject && email.body), {
    error: "Choose a transactional message, or fill in sender, subject and body.",
    path: ["transactional_message_id"],
  });
