import type { OpenChannel } from "~/server/services/channel/schemas";
import { deliverDatabase } from "./database";
import { deliverEmail } from "./email";
import { type Delivery, fitText, fitTitle, type Notification, type Sending, SILENT } from "./message";
import { deliverSlack } from "./slack";
import { deliverWebhook } from "./webhook";

export type { Delivery } from "./message";

/**
 * Sends a message through a channel. Throws what `toConnectorError` understands: `TransportError`, or `AppError` when it
 * is no use to try again.
 */
export async function deliver(
  channel: OpenChannel,
  message: Notification,
  sending: Sending = SILENT,
): Promise<Delivery> {
  const fitted = { ...message, title: fitTitle(message.title), text: fitText(message.text) };
  switch (channel.kind) {
    case "email":
      return deliverEmail(channel, fitted, sending);
    case "slack":
      return deliverSlack(channel, fitted, sending);
    case "webhook":
      return deliverWebhook(channel, fitted, sending);
    case "database":
      return deliverDatabase(channel, fitted, sending);
  }
}
