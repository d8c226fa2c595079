import { z } from "zod";
import { Next, paging, Row } from "~/server/connectors/customerio/fields";
import { appOf } from "~/server/connectors/customerio/keys";
import { defineAction } from "~/server/connectors/define";
import { Integer, optional, present, Text } from "~/server/connectors/fields";

export const messageGet = defineAction({
  id: "customerio.message.get",
  app: "customerio",
  title: "Get messages",
  summary: "Looks up one message that went out, or lists those of a campaign, a kind or a result.",
  words: [
    "list|get|fetch|look_up|find|pull|load|check|show|see message|delivery|deliveries",
    "message|delivery status",
  ],
  docs: "https://docs.customer.io/api/app/#operation/listMessages",
  effect: "read",
  bucket: "customerio.app",
  input: z.strictObject({
    id: optional(Text(255), { title: "Message", description: "Its delivery id, to get just this one." }),
    type: optional(z.enum(["email", "webhook", "twilio", "slack", "push", "in_app"]), { title: "Kind" }),
    metric: optional(Text(30), { title: "Result", examples: ["bounced"] }),
    campaign_id: optional(Integer(1), { title: "Campaign", choices: "customerio.campaign", group: "more" }),
    ...paging,
  }),
  output: z.object({ messages: z.array(Row), next: Next }),
  sample: { input: { metric: "bounced" }, output: { messages: [{ id: "RMehBAAAAXE7r" }] } },
  dryRunAnswer: () => ({ messages: [], message: { id: "RMehBAAAAXE7r" } }),
  async run(client, { id, ...filter }) {
    const app = appOf(client);
    if (id) return { messages: [(await app.getMessage(id)).message] };
    const { messages, next } = await app.getMessages(present(filter));
    return { messages, next: next || null };
  },
});
