import { givenName } from "../names";
import { assignedIn, asWritten } from "./assigned";
import { customerOf, emailOf, type Fill, known, stepOutput, thing, thingId, type Wish } from "./fill";
import { pricesIn } from "./fill-stripe-money";
import { eventName } from "./message";
import { idOfThing } from "./subject";

const customerUpdate: Fill = (wish) => {
  const { text, tokens, topic, subject } = wish;
  const { email: address, ...assigned } = assignedIn(text, tokens, subject.event, asWritten);
  const listed =
    Object.keys(assigned).length > 0
      ? assigned
      : /\b(?:note|comment|description)\b/i.test(text)
        ? { note: topic.replaceAll("_", " ") }
        : { [topic]: true };
  const metadata = Object.fromEntries(
    Object.entries(listed).map(([key, value]) => [key.slice(0, 40), String(value)]),
  );
  return {
    input: known({
      id: customerOf(wish),
      email: typeof address === "string" ? address : undefined,
      metadata,
    }),
  };
};

const cancel: Fill = (wish) => {
  const isNow = /\b(?:immediately|at once|right away|straight away|instantly|now)\b/i.test(wish.text);
  return { input: known({ id: thingId("subscription", wish), when: isNow ? "now" : "period_end" }) };
};

/** What a sentence calls something: in quotes, or behind "called". */
function nameIn(text: string, tokens: Wish["tokens"]): string | undefined {
  return givenName(tokens)?.text ?? /\b(?:called|named) ([\p{L}\p{N} -]{2,60})/u.exec(text)?.[1]?.trim();
}

const subscriptionUpdate: Fill = (wish) => {
  const { text, done } = wish;
  const seats = /\b(\d+) (?:\w+ )?(?:seats?|users?|licen[cs]es?|units?)\b|\bquantity (?:of |to )?(\d+)/i.exec(
    text,
  );
  const quantity = Number(seats?.[1] ?? seats?.[2] ?? Number.NaN);
  const price = pricesIn(text)?.[0];
  const item = { ...price, ...(Number.isNaN(quantity) ? {} : { quantity }) };
  const coupon = done.get("stripe.coupon.create");
  const isPaused = /\bpaus|\bhold\b|freez|suspend/i.test(text) && !price;
  const isTakenBack = /\b(?:undo|withdraw|take back|reactivat|revert|reverse)/i.test(text);
  return {
    input: known({
      id: thingId("subscription", wish),
      items: Object.keys(item).length > 0 ? [item] : undefined,
      pause_collection: isPaused ? { behavior: "void" } : undefined,
      cancel_at_period_end: isTakenBack ? false : undefined,
      discounts: coupon ? [{ coupon: stepOutput(coupon, "id") }] : undefined,
    }),
  };
};

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  another: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
};

/** The days a sentence names, weeks and months among them. */
function daysIn(text: string): number | undefined {
  const found =
    /\b(\d+|an?|another|one|two|three|four)[ -](?:more |extra |free |additional |trial )*(day|week|month)s?\b/i.exec(
      text,
    ) ?? /\b(\d+)(d|w)\b/i.exec(text);
  if (!found) return undefined;
  const count = COUNTS[found[1]?.toLowerCase() ?? ""] ?? Number(found[1]);
  return count * ({ day: 1, d: 1, week: 7, w: 7, month: 30 }[found[2]?.toLowerCase() ?? ""] ?? 1);
}

/** What narrows a search, in Stripe's own query language, when the sentence has it. */
const queryIn = (text: string) => /\b[\w.]+(?:\[['"]\w+['"]\])?[:~<>]=?['"][^'"]+['"]/.exec(text)?.[0];

/** The inputs of Stripe's actions. */
export const STRIPE_FILLS: Readonly<Record<string, Fill>> = {
  "stripe.customer.update": customerUpdate,
  "stripe.customer.create": (wish) => ({
    input: {
      email: emailOf(wish),
      ...(wish.subject.trigger === "webhook" ? { name: "{{ trigger.data.body.name }}" } : {}),
    },
  }),
  "stripe.customer.upsert": (wish) => ({ input: { email: emailOf(wish) } }),
  "stripe.customer.get": (wish) => ({ input: known({ id: customerOf(wish) }) }),
  "stripe.customer.list": (wish) => ({ input: { email: emailOf(wish), limit: 10 } }),
  "stripe.customer.delete": (wish) => ({ input: known({ id: customerOf(wish) }) }),
  "stripe.customer.payment_methods": (wish) => ({ input: known({ id: customerOf(wish) }) }),
  "stripe.subscription.cancel": cancel,
  "stripe.subscription.list": (wish) => {
    const status = /\b(past[ _-]?due|unpaid|paused|trialing|active|canceled)\b/i.exec(wish.text)?.[1];
    return {
      input: known({
        customer: customerOf(wish),
        status: status?.toLowerCase().replace(/[ -]|(?<=past)(?=due)/, "_"),
        limit: 100,
      }),
    };
  },
  "stripe.subscription.update": subscriptionUpdate,
  "stripe.subscription.extend_trial": (wish) => ({
    input: known({ id: thingId("subscription", wish), days: daysIn(wish.text) }),
  }),
  "stripe.subscription.resume": thing("subscription"),
  "stripe.subscription.get": thing("subscription"),
  "stripe.subscription.create": (wish) => ({
    input: known({
      customer: customerOf(wish),
      items: pricesIn(wish.text),
    }),
  }),
  "stripe.invoice.create": (wish) => ({
    input: known({
      customer: customerOf(wish),
      ...(/send|email|mail/i.test(wish.text)
        ? { collection_method: "send_invoice", days_until_due: 14 }
        : {}),
    }),
  }),
  "stripe.invoice.finalize": thing("invoice"),
  "stripe.invoice.send": thing("invoice"),
  "stripe.invoice.pay": thing("invoice"),
  "stripe.invoice.void": thing("invoice"),
  "stripe.invoice.mark_uncollectible": thing("invoice"),
  "stripe.invoice.get": thing("invoice"),
  "stripe.invoice.list": (wish) => ({
    input: known({
      customer: customerOf(wish),
      status: /\b(?:open|overdue|unpaid|outstanding)\b/i.test(wish.text) ? "open" : undefined,
      limit: 100,
    }),
  }),
  "stripe.invoice.preview": (wish) => ({ input: known({ customer: customerOf(wish) }) }),
  "stripe.payment_intent.capture": thing("payment_intent"),
  "stripe.payment_intent.cancel": thing("payment_intent"),
  "stripe.payment_intent.confirm": thing("payment_intent"),
  "stripe.charge.find": (wish) => ({
    input:
      wish.subject.via === "charge"
        ? { id: "{{ trigger.data.object.charge }}" }
        : known({ customer: customerOf(wish), limit: 100 }),
  }),
  "stripe.payment_intent.find": (wish) => ({ input: known({ customer: customerOf(wish), limit: 100 }) }),
  "stripe.refund.list": ({ subject }) => ({
    input: known({
      charge: idOfThing("charge", subject.event) ?? undefined,
      payment_intent: idOfThing("payment_intent", subject.event) ?? undefined,
      limit: 100,
    }),
  }),
  "stripe.customer.search": ({ text }) => ({ input: known({ query: queryIn(text) }) }),
  "stripe.subscription.search": ({ text }) => ({ input: known({ query: queryIn(text) }) }),
  "stripe.checkout_session.get": (wish) => ({
    input: known({
      id: /^checkout\./.test(wish.subject.event)
        ? "{{ trigger.data.object.id }}"
        : thingId("checkout_session", wish),
      with_line_items: /\b(?:items?|basket|cart|bought|products?)\b/i.test(wish.text) ? true : undefined,
    }),
  }),
  "stripe.quote.finalize": thing("quote"),
  "stripe.entitlement.list": (wish) => ({ input: known({ customer: customerOf(wish) }) }),
  "stripe.product.create": ({ text, tokens }) => ({ input: known({ name: nameIn(text, tokens) }) }),
  "stripe.billing_portal.create": (wish) => ({
    input: known({
      customer: customerOf(wish),
      ...(/\bcard|payment method\b/i.test(wish.text) ? { flow_data: { type: "payment_method_update" } } : {}),
    }),
  }),
  "stripe.meter_event.create": (wish) => ({
    input: {
      event_name: eventName(wish.text, wish.tokens, "usage"),
      payload: known({ stripe_customer_id: customerOf(wish), value: "1" }),
    },
  }),
  "stripe.balance.get": () => ({ input: {} }),
  "stripe.event.list": () => ({ input: { limit: 100 } }),
};
