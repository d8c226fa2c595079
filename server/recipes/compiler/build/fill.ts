import type { Token } from "../tokens";
import { idOfThing, type Subject } from "./subject";
import { fallbacks } from "./values";

export type Fields = Record<string, unknown>;

/** What the wish said, and what the draft knows by then. */
export interface Wish {
  text: string;
  tokens: readonly Token[];
  subject: Subject;
  /** Ids of steps that have run, by action. */
  done: ReadonlyMap<string, string>;
  /** A name for what is not named: what has happened. */
  topic: string;
}

export interface Filled {
  input: Fields;
  onMissing?: Fields;
}

export type Fill = (wish: Wish) => Filled;

export const stepOutput = (id: string, path: string) => `{{ steps.${id}.output.${path} }}`;

export function customerOf({ subject, done }: Wish): string {
  const listed = done.get("stripe.customer.list");
  if (subject.customer) return subject.customer;
  const made = done.get("stripe.customer.upsert") ?? done.get("stripe.customer.create");
  if (made) return stepOutput(made, "id");
  return listed ? stepOutput(listed, "data[0].id") : subject.person;
}

/** Fields that are not listed are left out where an event lacks them. */
export const filled = (input: Fields, inner: string): Filled => {
  const onMissing = fallbacks((input[inner] ?? {}) as Fields, inner);
  return { input, ...(Object.keys(onMissing).length > 0 ? { onMissing } : {}) };
};

export function emailOf(wish: Wish): string {
  const read = wish.done.get("stripe.customer.get");
  return wish.subject.email ?? (read ? stepOutput(read, "email") : "{{ trigger.data.object.email }}");
}

export function thingId(noun: string, { subject, done }: Wish): string {
  const made = done.get(`stripe.${noun}.create`);
  if (made) return stepOutput(made, "id");
  const listed = done.get(`stripe.${noun}.list`);
  if (subject.trigger === "schedule" && listed) return "{{ loop.item.id }}";
  const own = idOfThing(noun, subject.event);
  if (own) return own;
  if (listed) return stepOutput(listed, "data[0].id");
  return subject.trigger === "webhook"
    ? `{{ trigger.data.body.${noun}_id }}`
    : `{{ trigger.data.object.${noun} }}`;
}

/** One thing of Stripe's, named by the event, by what was read before, or by the caller. */
export const thing =
  (noun: string, more: Fields = {}): Fill =>
  (wish) => ({ input: { id: thingId(noun, wish), ...more } });
