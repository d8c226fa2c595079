import { titleOf } from "../names";
import { customerOf, type Fields, type Fill, known, stepOutput, sumIn, thingId, type Wish } from "./fill";
import { idOfThing } from "./subject";

const topicTitle = ({ topic }: Wish) => titleOf(topic.replaceAll("_", " "));

const MONTHS: Readonly<Record<string, number>> = { two: 2, three: 3, six: 6, twelve: 12 };

const coupon: Fill = (wish) => {
  const { text, tokens } = wish;
  const percent = tokens.find(({ kind }) => kind === "percent");
  const sum = sumIn(wish);
  const months = /\bfor (\d+|two|three|six|twelve) months?\b/i.exec(text)?.[1]?.toLowerCase();
  const duration = /\bforever\b/i.test(text)
    ? { duration: "forever" }
    : months
      ? { duration: "repeating", duration_in_months: MONTHS[months] ?? Number(months) }
      : { duration: "once" };
  const reduction = percent
    ? { percent_off: Number.parseFloat(percent.text.replace(",", ".")) }
    : sum
      ? { amount_off: sum.amount, currency: sum.currency }
      : {};
  return { input: { ...reduction, ...duration, name: topicTitle(wish).slice(0, 40) } };
};

const code: Fill = (wish) => ({
  input: known({
    coupon: stepOutput(wish.done.get("stripe.coupon.create") ?? "coupon", "id"),
    customer: wish.subject.customer ?? undefined,
    max_redemptions: 1,
  }),
});

const balance: Fill = (wish) => {
  const sum = sumIn(wish);
  const sign = /\b(?:debit|charge|deduct|take|subtract)\b/i.test(wish.text) ? 1 : -1;
  return {
    input: known({
      id: customerOf(wish),
      ...(sum ? { ...sum, amount: sign * sum.amount } : {}),
      description: topicTitle(wish),
    }),
  };
};

/** What is paid back: the event's own payment, the one that was looked up, or what a request names. */
function sourceOf(wish: Wish): Fields {
  const { subject, done } = wish;
  const charge = idOfThing("charge", subject.event);
  if (charge) return { charge };
  const intent = idOfThing("payment_intent", subject.event);
  if (intent) return { payment_intent: intent };
  const charges = done.get("stripe.charge.find");
  if (charges) return { charge: done.has("loop") ? "{{ loop.item.id }}" : stepOutput(charges, "data[0].id") };
  const payments = done.get("stripe.payment_intent.find");
  if (payments) return { payment_intent: stepOutput(payments, "data[0].id") };
  return subject.trigger === "webhook" ? { payment_intent: "{{ trigger.data.body.payment_intent }}" } : {};
}

const refund: Fill = (wish) => {
  const { subject, text } = wish;
  const isAsked =
    subject.trigger === "manual" && /\b(?:that much|(?:the|that|this) amount|how much)\b/i.test(text);
  return {
    input: known({
      ...sourceOf(wish),
      amount: isAsked ? "{{ trigger.data.amount }}" : sumIn(wish)?.amount,
      reason: /fraud/i.test(text + subject.event) ? "fraudulent" : undefined,
    }),
  };
};

const PRICE = /\b(price_\w+)/;

/** The prices a sentence names; nothing is bought that nobody has said. */
export function pricesIn(text: string): Fields[] | undefined {
  const price = PRICE.exec(text)?.[1];
  return price ? [{ price }] : undefined;
}

/** Half a sale: what is sold is in the sentence, or was made just before. */
function soldIn({ text, done, subject }: Wish): Fields[] | undefined {
  const made = done.get("stripe.price.create");
  if (made) return [{ price: stepOutput(made, "id"), quantity: 1 }];
  if (subject.event === "price.created") return [{ price: "{{ trigger.data.object.id }}", quantity: 1 }];
  return pricesIn(text)?.map((one) => ({ ...one, quantity: 1 }));
}

const invoiceItem: Fill = (wish) => ({
  input: known({ customer: customerOf(wish), ...sumIn(wish), description: topicTitle(wish) }),
});

const price: Fill = (wish) => {
  const { text, subject } = wish;
  const sum = sumIn(wish);
  const every = /\b(month|year|week|dai|da)(?:ly|y)?\b/i.exec(text)?.[1]?.toLowerCase();
  const interval = every?.startsWith("da") ? "day" : every;
  return {
    input: known({
      product: /^product\./.test(subject.event) ? "{{ trigger.data.object.id }}" : thingId("product", wish),
      unit_amount: sum?.amount,
      currency: sum?.currency,
      recurring: interval ? { interval } : undefined,
    }),
  };
};

const prices: Fill = ({ text, subject }) => {
  const key = /\blookup[ _]keys? (?:is )?["“'`]?([\w-]+)/i.exec(text)?.[1];
  const product = /^product\./.test(subject.event) ? "{{ trigger.data.object.id }}" : undefined;
  return { input: known({ lookup_keys: key ? [key] : undefined, product, limit: 100 }) };
};

const checkout: Fill = (wish) => ({
  input: known({
    mode: /\bsubscri|\brecurring\b/i.test(wish.text) ? "subscription" : undefined,
    line_items: soldIn(wish),
    customer: customerOf(wish),
  }),
});

const sum: Fill = (wish) => ({ input: known({ ...sumIn(wish), customer: customerOf(wish) }) });

/** The inputs of what has a price or moves money. */
export const MONEY_FILLS: Readonly<Record<string, Fill>> = {
  "stripe.coupon.create": coupon,
  "stripe.promotion_code.create": code,
  "stripe.customer.balance": balance,
  "stripe.invoice_item.create": invoiceItem,
  "stripe.refund.create": refund,
  "stripe.payment_intent.create": sum,
  "stripe.price.create": price,
  "stripe.price.list": prices,
  "stripe.checkout_session.create": checkout,
  "stripe.payment_link.create": (wish) => ({ input: known({ line_items: soldIn(wish) }) }),
  "stripe.quote.create": (wish) => ({
    input: known({ customer: customerOf(wish), line_items: soldIn(wish) }),
  }),
  "stripe.credit_note.create": (wish) => ({
    input: known({ invoice: thingId("invoice", wish), amount: sumIn(wish)?.amount }),
  }),
};
