import * as sdk from "customerio-node";
import { z } from "zod";
import { appOf } from "~/server/connectors/customerio/keys";
import { MessageInput } from "~/server/connectors/customerio/message-fields";
import { defineAction } from "~/server/connectors/define";
import { present } from "~/server/connectors/fields";

export const messageSend = defineAction({
  id: "customerio.message.send",
  app: "customerio",
  title: "Send push, text or in-app message",
  summary: "Sends one transactional message at once, by push, text message, WhatsApp or inside your app.",
  words: [
    "text ask|say|about|with|that|how|saying",
    "sms",
    "send|get|with|show|deliver|give|shoot|drop text|push|whatsapp|in_app|inbox message|notification|notif|banner",
    "text @person",
    "send|give|show|get|drop|shoot @person text|push|whatsapp|notif|sms",
    "push notification|message|alert|notif|notice",
    "notif app|phone|mobile",
    "push",
    "whatsapp",
    "in_app message|banner|notice",
    "in_app",
    "text message",
    "send text",
    "message|ping|reach|contact|tell|remind @person sms|whatsapp|push|phone",
  ],
  docs: "https://docs.customer.io/api/app/#tag/Send-Messages",
  effect: "send",
  bucket: "customerio.transactional",
  input: MessageInput,
  output: z.looseObject({ delivery_id: z.string().nullish(), queued_at: z.int().nullish() }),
  sample: {
    input: { channel: "push", transactional_message_id: "payment_failed", identifiers: { id: "cus_123" } },
    output: { delivery_id: "RMehBAAAAXE7r_ONUGXly9DBGkpq1JS31=", queued_at: 1790000000 },
  },
  async run(client, { channel, identifiers, ...message }) {
    const app = appOf(client);
    // The input's own check is what makes it one of the SDK's kinds of request.
    const request = { ...present(message), identifiers: present(identifiers) as sdk.Identifiers };
    if (channel === "push") return app.sendPush(new sdk.SendPushRequest(request));
    if (channel === "sms") return app.sendSMS(new sdk.SendSMSRequest(request));
    if (channel === "whatsapp") return app.sendWhatsApp(new sdk.SendWhatsAppRequest(request));
    if (channel === "in_app") return app.sendInApp(new sdk.SendInAppRequest(request));
    return app.sendInboxMessage(new sdk.SendInboxMessageRequest(request));
  },
});
