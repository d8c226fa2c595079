import type { Store } from "~/server/sandbox/store";
import type { Message } from "./model";

const MOST = 10_000;

export const messageView = (message: Message) => ({
  id: message.delivery_id,
  recipient: message.to,
  subject: message.subject,
  created: message.queued_at,
  type: message.channel ?? "email",
  metrics: { sent: message.queued_at },
  transactional_message_id: message.transactional_message_id,
});

interface Asked {
  /** Unix seconds. */
  start_ts?: string;
  end_ts?: string;
  type?: string;
  limit?: string;
  person?: string;
}

/** Messages, newest first, of one person, of a time, of a kind. https://docs.customer.io/api/app/#operation/listMessages */
export async function listMessages(store: Store, asked: Asked) {
  const { start_ts: from = 0, end_ts: until = Infinity, type, limit = 50, person } = asked;
  const all = await store.list<Message>("message", { limit: MOST, ...(person ? { where: { person } } : {}) });
  const messages = all
    .filter(({ queued_at: at }) => at >= Number(from) && at <= Number(until))
    .map(messageView)
    .filter((view) => type === undefined || view.type === type);
  return { messages: messages.slice(0, Number(limit)), next: "" };
}
