import { TransportError } from "~/server/connectors/transport-error";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import type { OpenChannel } from "~/server/services/channel/schemas";
import { type ServiceContext, systemContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { keepMail } from "~/server/services/mail/keep";
import { markSent } from "~/server/services/mail/mark-sent";
import { capturedMail, type MailToSend } from "./captured-mail";
import type { Delivery, Notification, Sending } from "./message";
import { sendBySmtp } from "./smtp";

type EmailChannel = Extract<OpenChannel, { kind: "email" }>;

/** Whether mails leave this install, and so may reach somebody. */
export const sendsMail = (): boolean => env.SMTP_URL !== undefined;

/**
 * Keeps a mail in the workspace's mailbox and, where the operator named a mail server, hands it over: once for each key,
 * however often it is called. Throws `TransportError`, and `AppError` when the server refuses it for good.
 */
export async function deliverEmail(
  channel: EmailChannel,
  { title, text, link, key }: Notification,
  sending: Sending,
): Promise<Delivery> {
  const mail = { to: channel.to, subject: title, text: link ? `${text}\n\n${link}\n` : `${text}\n`, key };
  if (sending.dryRun) {
    sending.onRequest(capturedMail(mail, { dryRun: true }));
    return { delivered: true, detail: "Nothing was sent." };
  }
  const ctx = systemContext(channel.workspaceId);
  const detail = await leased(ctx, `mail:${key}`, () => sendOnce(ctx, mail, sending)).catch(asNetworkTrouble);
  return { delivered: true, detail };
}

/** Under the lease: whoever else has the same mail to send waits here, and then finds it sent. */
async function sendOnce(ctx: ServiceContext, mail: MailToSend, sending: Sending): Promise<string> {
  const kept = await keepMail(ctx, mail);
  if (kept.sentAt) return "This mail had been sent before.";
  if (!sendsMail()) {
    const detail = "Kept in the local mailbox: this install has no mail server.";
    sending.onRequest(capturedMail(kept, { answer: { status: 250, body: detail } }));
    return detail;
  }
  const detail = await sendBySmtp(kept, sending);
  await markSent(ctx, kept);
  return detail;
}

/** A database that did not answer is worth another try. */
function asNetworkTrouble(cause: unknown): never {
  if (cause instanceof AppError || cause instanceof TransportError) throw cause;
  const facts = { requestMayHaveArrived: true };
  throw new TransportError("network", "Billhook's own database did not answer.", facts, { cause });
}
