import { amountOf } from "../amounts";
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

/** Without what nobody has said: the draft asks for it. */
export const known = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The Stripe customer it is about; undefined when neither the event nor a step before tells one. */
export function customerOf({ subject, done }: Wish): string | undefined {
  if (subject.customer) return subject.customer;
  const made = done.get("stripe.customer.upsert") ?? done.get("stripe.customer.create");
  if (made) return stepOutput(made, "id");
  const listed = done.get("stripe.customer.list");
  return listed ? stepOutput(listed, "data[0].id") : undefined;
}

/** The sum a sentence names, in the currency's smallest unit. */
export function sumIn({ tokens }: Wish): { amount: number; currency: string } | null {
  const money = tokens.find(({ kind }) => kind === "money");
  const sum = money ? amountOf(money) : null;
  return sum ? { amount: sum.minor, currency: sum.currency ?? "usd" } : null;
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

export function thingId(noun: string, { subject, done }: Wish): string | undefined {
  const made = done.get(`stripe.${noun}.create`);
  if (made) return stepOutput(made, "id");
  const listed = done.get(`stripe.${noun}.list`) ?? done.get(`stripe.${noun}.find`);
  if (listed && done.has("loop")) return "{{ loop.item.id }}";
  const own = idOfThing(noun, subject.event);
  if (own) return own;
  if (listed) return stepOutput(listed, "data[0].id");
  if (subject.trigger === "webhook") return `{{ trigger.data.body.${noun}_id }}`;
  return subject.trigger === "stripe.event" ? `{{ trigger.data.object.${noun} }}` : undefined;
}

/** One thing of Stripe's, named by the event, by what was read before, or by the caller. */
export const thing =
  (noun: string): Fill =>
  (wish) => ({ input: known({ id: thingId(noun, wish) }) });
