import type { OpenChannel } from "~/server/services/channel/schemas";
import type { Delivery, Notification, Sending } from "./message";
import { postJson } from "./post";

type SlackChannel = Extract<OpenChannel, { kind: "slack" }>;

/** So that a customer who is called "<!channel>" calls nobody. https://docs.slack.dev/messaging/formatting-message-text */
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Sends a message to a Slack incoming webhook, or to what takes the same (Mattermost, Rocket.Chat). */
export async function deliverSlack(
  channel: SlackChannel,
  { title, text, link }: Notification,
  sending: Sending,
): Promise<Delivery> {
  const lines = [`*${escaped(title)}*`, escaped(text), ...(link ? [`<${link}|Open in Billhook>`] : [])];
  await postJson(channel.url, { body: JSON.stringify({ text: lines.join("\n") }) }, sending);
  return { delivered: true, detail: `${new URL(channel.url).host} took the message.` };
}
