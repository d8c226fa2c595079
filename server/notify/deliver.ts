import type { OpenChannel } from "~/server/services/channel/schemas";
import { deliverEmail } from "./email";
import { type Delivery, fitText, fitTitle, type Notification, type Sending } from "./message";
import { deliverSlack } from "./slack";
import { deliverWebhook } from "./webhook";

export type { Delivery } from "./message";

const FOR_REAL: Sending = { dryRun: false, onRequest: () => undefined };

/**
 * Sends a message through a channel. Throws what `toConnectorError` understands: `TransportError`, or `AppError` when it
 * is no use to try again.
 */
export async function deliver(
  channel: OpenChannel,
  message: Notification,
  sending: Sending = FOR_REAL,
): Promise<Delivery> {
  const fitted = { ...message, title: fitTitle(message.title), text: fitText(message.text) };
  switch (channel.kind) {
    case "email":
      return deliverEmail(channel, fitted, sending);
    case "slack":
      return deliverSlack(channel, fitted, sending);
    case "webhook":
      return deliverWebhook(channel, fitted, sending);
  }
}
