import { amountOf } from "../amounts";
import { titleOf } from "../names";
import { assignedIn } from "./assigned";
import { customerOf, emailOf, type Fill, stepOutput, thing, thingId } from "./fill";
import { eventName } from "./message";
import { idOfThing } from "./subject";

const coupon: Fill = ({ text, tokens, topic }) => {
  const percent = tokens.find(({ kind }) => kind === "percent");
  const money = tokens.find(({ kind }) => kind === "money");
  const sum = money ? amountOf(money) : null;
  const months = /\bfor (\d+|two|three|six|twelve) months?\b/i.exec(text)?.[1];
  const count = months
    ? ({ two: 2, three: 3, six: 6, twelve: 12 }[months.toLowerCase()] ?? Number(months))
    : null;
  const duration = /\bforever\b/i.test(text)
    ? { duration: "forever" }
    : count
      ? { duration: "repeating", duration_in_months: count }
      : { duration: "once" };
  const reduction = percent
    ? { percent_off: Number.parseFloat(percent.text.replace(",", ".")) }
    : sum
      ? { amount_off: sum.minor, currency: sum.currency ?? "usd" }
      : { percent_off: 10 };
  return { input: { ...reduction, ...duration, name: titleOf(topic.replaceAll("_", " ")).slice(0, 40) } };
};

const code: Fill = (wish) => ({
  input: {
    coupon: stepOutput(wish.done.get("stripe.coupon.create") ?? "coupon", "id"),
    ...(wish.subject.customer ? { customer: wish.subject.customer } : {}),
    max_redemptions: 1,
  },
});

const customerUpdate: Fill = (wish) => {
  const { text, tokens, topic, subject } = wish;
  const { email: address, ...assigned } = assignedIn(text, tokens, subject.event);
  const listed =
    Object.keys(assigned).length > 0
      ? assigned
      : /\b(?:note|comment|description)\b/i.test(text)
        ? { note: topic.replaceAll("_", " ") }
        : { [topic]: true };
  const metadata = Object.fromEntries(
    Object.entries(listed).map(([key, value]) => [
      key.slice(0, 40),
      typeof value === "string" ? value : String(value),
    ]),
  );
  return {
    input: { id: customerOf(wish), ...(typeof address === "string" ? { email: address } : {}), metadata },
  };
};

const balance: Fill = (wish) => {
  const money = wish.tokens.find(({ kind }) => kind === "money");
  const sum = money ? amountOf(money) : null;
  const isCharge = /\b(?:debit|charge|deduct|take|subtract)\b/i.test(wish.text);
  return {
    input: {
      id: customerOf(wish),
      amount: (isCharge ? 1 : -1) * (sum?.minor ?? 1000),
      currency: sum?.currency ?? "usd",
      description: titleOf(wish.topic.replaceAll("_", " ")),
    },
  };
};

const refund: Fill = ({ subject, text }) => {
  const charge = idOfThing("charge", subject.event);
  const intent = idOfThing("payment_intent", subject.event);
  const source = charge
    ? { charge }
    : {
        payment_intent:
          intent ??
          (subject.trigger === "webhook"
            ? "{{ trigger.data.body.payment_intent }}"
            : "{{ trigger.data.object.payment_intent }}"),
      };
  return {
    input: {
      ...source,
      ...(/fraud/i.test(text + subject.event) ? { reason: "fraudulent" } : {}),
    },
  };
};

const cancel: Fill = (wish) => {
  const isNow = /\b(?:immediately|at once|right away|instantly|now)\b/i.test(wish.text);
  return {
    input: {
      id: thingId("subscription", wish),
      when: isNow ? "now" : "period_end",
    },
  };
};

/** The inputs of Stripe's actions. */
export const STRIPE_FILLS: Readonly<Record<string, Fill>> = {
  "stripe.coupon.create": coupon,
  "stripe.promotion_code.create": code,
  "stripe.customer.update": customerUpdate,
  "stripe.customer.create": (wish) => ({
    input: {
      email: emailOf(wish),
      ...(wish.subject.trigger === "webhook" ? { name: "{{ trigger.data.body.name }}" } : {}),
    },
  }),
  "stripe.customer.upsert": (wish) => ({ input: { email: emailOf(wish) } }),
  "stripe.customer.get": (wish) => ({ input: { id: customerOf(wish) } }),
  "stripe.customer.list": (wish) => ({ input: { email: emailOf(wish), limit: 10 } }),
  "stripe.customer.delete": (wish) => ({ input: { id: customerOf(wish) } }),
  "stripe.customer.balance": balance,
  "stripe.customer.payment_methods": (wish) => ({ input: { id: customerOf(wish) } }),
  "stripe.subscription.cancel": cancel,
  "stripe.subscription.list": ({ subject, text }) => {
    const status = /\b(past[ _-]?due|unpaid|paused|trialing|active|canceled)\b/i.exec(text)?.[1];
    return {
      input: {
        ...(subject.customer ? { customer: subject.customer } : {}),
        ...(status ? { status: status.toLowerCase().replace(/[ -]|(?<=past)(?=due)/, "_") } : {}),
        limit: 100,
      },
    };
  },
  "stripe.subscription.update": (wish) => ({
    input: {
      id: thingId("subscription", wish),
      ...(/\bpaus|hold|freez/i.test(wish.text)
        ? { pause_collection: { behavior: "void" } }
        : /\b(?:undo|withdraw|take back|reactivat)/i.test(wish.text)
          ? { cancel_at_period_end: false }
          : { metadata: { changed_by: "billhook" } }),
    },
  }),
  "stripe.subscription.extend_trial": (wish) => ({
    input: {
      id: thingId("subscription", wish),
      days: Number(/(\d+)[ -]days?/i.exec(wish.text)?.[1] ?? (/week/i.test(wish.text) ? 7 : 7)),
    },
  }),
  "stripe.subscription.resume": thing("subscription"),
  "stripe.subscription.get": thing("subscription"),
  "stripe.subscription.create": (wish) => ({
    input: {
      customer: customerOf(wish),
      items: [{ price: /\b(price_\w+)/.exec(wish.text)?.[1] ?? "price_choose_one" }],
    },
  }),
  "stripe.invoice.create": (wish) => ({
    input: {
      customer: customerOf(wish),
      ...(/send|email|mail/i.test(wish.text)
        ? { collection_method: "send_invoice", days_until_due: 14 }
        : {}),
    },
  }),
  "stripe.invoice_item.create": (wish) => {
    const money = wish.tokens.find(({ kind }) => kind === "money");
    const sum = money ? amountOf(money) : null;
    return {
      input: {
        customer: customerOf(wish),
        amount: sum?.minor ?? 1000,
        currency: sum?.currency ?? "usd",
        description: titleOf(wish.topic.replaceAll("_", " ")),
      },
    };
  },
  "stripe.invoice.finalize": thing("invoice"),
  "stripe.invoice.send": thing("invoice"),
  "stripe.invoice.pay": thing("invoice"),
  "stripe.invoice.void": thing("invoice"),
  "stripe.invoice.mark_uncollectible": thing("invoice"),
  "stripe.invoice.get": thing("invoice"),
  "stripe.invoice.list": ({ subject, text }) => ({
    input: {
      ...(subject.customer ? { customer: subject.customer } : {}),
      ...(/\b(?:open|overdue|unpaid)\b/i.test(text) ? { status: "open" } : {}),
      limit: 100,
    },
  }),
  "stripe.invoice.preview": (wish) => ({ input: { customer: customerOf(wish) } }),
  "stripe.payment_intent.capture": thing("payment_intent"),
  "stripe.payment_intent.cancel": thing("payment_intent"),
  "stripe.payment_intent.confirm": thing("payment_intent"),
  "stripe.charge.find": ({ subject }) => ({
    input:
      subject.via === "charge"
        ? { id: "{{ trigger.data.object.charge }}" }
        : { ...(subject.customer ? { customer: subject.customer } : {}), limit: 100 },
  }),
  "stripe.refund.create": refund,
  "stripe.billing_portal.create": (wish) => ({
    input: {
      customer: customerOf(wish),
      ...(/\bcard|payment method\b/i.test(wish.text) ? { flow_data: { type: "payment_method_update" } } : {}),
    },
  }),
  "stripe.credit_note.create": (wish) => {
    const money = wish.tokens.find(({ kind }) => kind === "money");
    const sum = money ? amountOf(money) : null;
    return { input: { invoice: thingId("invoice", wish), ...(sum ? { amount: sum.minor } : {}) } };
  },
  "stripe.meter_event.create": (wish) => ({
    input: {
      event_name: eventName(wish.text, wish.tokens, "usage"),
      payload: { stripe_customer_id: customerOf(wish), value: "1" },
    },
  }),
  "stripe.balance.get": () => ({ input: {} }),
  "stripe.event.list": () => ({ input: { limit: 100 } }),
};
