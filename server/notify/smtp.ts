import { Transform } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { TransportError } from "~/server/connectors/transport-error";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import { log } from "~/server/log";
import { capturedMail, type MailToSend } from "./captured-mail";
import type { Sending } from "./message";

/** All together shorter than the lease on the mail. */
const TIMEOUTS = {
  dnsTimeout: 5_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 15_000,
};

/** What nodemailer tells about a failure beyond its words. */
interface SmtpFailure {
  code?: string;
  /** The server's own code: 4xx asks to come again, 5xx refuses. */
  responseCode?: number;
  response?: string;
}

/** Hands a mail to the operator's server and returns what became of it. Throws `TransportError` and `AppError`. */
export async function sendBySmtp(mail: MailToSend, { onRequest }: Sending): Promise<string> {
  const started = performance.now();
  const transporter = openTransporter();
  let mayHaveLeft = false;
  // nodemailer begins to read the mail once it has signed in: until then nothing of it has left.
  transporter.use("stream", ({ message }, done) => {
    const transform: Transform["_transform"] = (chunk, _, next) => {
      mayHaveLeft = true;
      next(null, chunk);
    };
    message.transform(new Transform({ transform }));
    done();
  });
  try {
    const { response, accepted, rejected } = await transporter.sendMail(asMessage(mail));
    const left = rejected.length > 0 ? ` It refused ${rejected.map(addressOf).join(", ")}.` : "";
    const detail = `The mail server took it for ${accepted.map(addressOf).join(", ")}.${left}`;
    const answer = { status: Number(response.slice(0, 3)) || 250, body: `${response}\n${detail}` };
    onRequest(capturedMail(mail, { answer, durationMs: performance.now() - started }));
    return detail;
  } catch (error) {
    const { responseCode, response = "" } = error as SmtpFailure;
    const answer = responseCode === undefined ? null : { status: responseCode, body: response };
    onRequest(capturedMail(mail, { answer, durationMs: performance.now() - started }));
    throw problem(error as Error & SmtpFailure, mayHaveLeft);
  }
}

function openTransporter(): Transporter<SMTPTransport.SentMessageInfo> {
  if (env.SMTP_URL === undefined)
    throw new AppError("connection_rejected", "This install has no mail server (SMTP_URL).");
  const files = { disableFileAccess: true, disableUrlAccess: true };
  return createTransport({ url: env.SMTP_URL, ...TIMEOUTS, ...files });
}

/** Addresses as objects: nodemailer takes them as they are, and parses nothing out of them. */
function asMessage({ to, subject, text, key }: MailToSend) {
  return {
    from: env.MAIL_FROM ?? { name: "Billhook", address: `billhook@${new URL(env.APP_URL).hostname}` },
    to: to.map((address) => ({ name: "", address })),
    subject,
    text,
    messageId: `<${key}@billhook>`,
    headers: { "auto-submitted": "auto-generated" },
  };
}

const addressOf = (recipient: string | { address: string }) =>
  typeof recipient === "string" ? recipient : recipient.address;

function problem({ message, code, responseCode }: Error & SmtpFailure, mayHaveLeft: boolean): Error {
  const isForNow = responseCode !== undefined && responseCode < 500;
  if (code === "EAUTH" && !isForNow)
    return new AppError("connection_rejected", "The mail server did not accept the sign-in of SMTP_URL.");
  if (responseCode !== undefined && !isForNow)
    return new AppError("connection_rejected", `The mail server refused the mail: ${message}`);
  // A server that answered 4xx has refused for now, and so has not taken it.
  const requestMayHaveArrived = mayHaveLeft && responseCode === undefined;
  const kind = code === "ETIMEDOUT" ? "timeout" : "network";
  // Without an answer of the server, the words are about the operator's own network, which is no tenant's business.
  const why = isForNow
    ? message
    : code === "ETIMEDOUT"
      ? "it did not answer in time."
      : "it could not be reached.";
  log.warn({ code, responseCode, reason: message }, "the mail server did not take a mail");
  return new TransportError(kind, `The mail server did not take the mail: ${why}`, { requestMayHaveArrived });
}
