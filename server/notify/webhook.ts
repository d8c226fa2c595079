import type { OpenChannel } from "~/server/services/channel/schemas";
import type { Delivery, Notification, Sending } from "./message";
import { postJson } from "./post";
import { signedHeaders } from "./sign";

type WebhookChannel = Extract<OpenChannel, { kind: "webhook" }>;

/** Sends a message as signed JSON. A repeated one has the same id, so that the receiver can tell. */
export async function deliverWebhook(
  channel: WebhookChannel,
  { key: id, title, text, link, recipe, run, kind, failure }: Notification,
  sending: Sending,
): Promise<Delivery> {
  const about = { recipe: recipe ?? null, run: run ?? null, link: link ?? null };
  const told = kind === undefined ? {} : { kind, failure: failure ?? null };
  const body = JSON.stringify({ id, type: "notification", title, text, ...about, ...told });
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = signedHeaders(channel.secret, { id, timestamp, body });
  const status = await postJson(channel.url, { body, headers }, sending);
  return { delivered: true, detail: `${new URL(channel.url).host} answered ${status}.` };
}
