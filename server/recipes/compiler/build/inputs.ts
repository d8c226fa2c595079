import { amountOf } from "../amounts";
import { segmentName, titleOf } from "../names";
import type { Token } from "../tokens";
import { assignedIn, namedFields } from "./assigned";
import { eventName, messageName } from "./message";
import { idOfThing, type Subject } from "./subject";
import { fallbacks, pathOf, usualFields } from "./values";

type Fields = Record<string, unknown>;

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

type Fill = (wish: Wish) => Filled;

const stepOutput = (id: string, path: string) => `{{ steps.${id}.output.${path} }}`;

function customerOf({ subject, done }: Wish): string {
  const listed = done.get("stripe.customer.list");
  if (subject.customer) return subject.customer;
  const made = done.get("stripe.customer.upsert") ?? done.get("stripe.customer.create");
  if (made) return stepOutput(made, "id");
  return listed ? stepOutput(listed, "data[0].id") : subject.person;
}

/** Fields that are not listed are left out where an event lacks them. */
const filled = (input: Fields, inner: string): Filled => {
  const onMissing = fallbacks((input[inner] ?? {}) as Fields, inner);
  return { input, ...(Object.keys(onMissing).length > 0 ? { onMissing } : {}) };
};

function emailOf(wish: Wish): string {
  const read = wish.done.get("stripe.customer.get");
  return wish.subject.email ?? (read ? stepOutput(read, "email") : "{{ trigger.data.object.email }}");
}

const upsert: Fill = (wish) => {
  const { text, tokens, subject } = wish;
  const assigned = assignedIn(text, tokens, subject.event);
  const attributes = Object.keys(assigned).length > 0 ? assigned : usual(subject.event);
  const { email, ...rest } = attributes;
  const address =
    typeof email === "string" && email.includes("{{")
      ? email
      : /^customer\.(created|updated)|^checkout/.test(subject.event) ||
          subject.trigger === "webhook" ||
          subject.trigger === "manual"
        ? emailOf(wish)
        : undefined;
  const listed = wish.done.get("stripe.customer.list");
  const identifier =
    subject.trigger === "manual" && listed ? stepOutput(listed, "data[0].id") : subject.person;
  return filled({ identifier, ...(address ? { email: address } : {}), attributes: rest }, "attributes");
};

/** What a profile is good for when the sentence names nothing. */
function usual(event: string): Fields {
  const names =
    event.startsWith("customer.") && !event.startsWith("customer.subscription")
      ? ["name", "phone", "country"]
      : ["plan", "status"];
  const found = names.flatMap((name) => {
    const path = pathOf(name, event);
    return path ? [[name === "status" ? "stripe_status" : name, `{{ trigger.data.object.${path} }}`]] : [];
  });
  return Object.fromEntries(found);
}

const track: Fill = ({ text, tokens, subject, topic, done }) => {
  const name = eventName(text, tokens, topic);
  const stated = namedFields(text.replace(name, "")).filter((field) => field !== name);
  const data = Object.fromEntries(stated.map((field) => [field, dataOf(field, subject.event)]));
  const code = done.get("stripe.promotion_code.create");
  const fields = {
    ...(stated.length > 0 ? data : usualFields(subject.event)),
    ...(code ? { code: stepOutput(code, "code") } : {}),
  };
  return filled(
    { identifier: subject.person, name, ...(Object.keys(fields).length > 0 ? { data: fields } : {}) },
    "data",
  );
};

function dataOf(field: string, event: string): string {
  const path = pathOf(field, event);
  return `{{ trigger.data.object.${path ?? `metadata.${field}`} }}`;
}

/** What a message may show: the usual facts, and what was made for it. */
function messageData({ done, subject }: Wish): Fields {
  const made: Fields = {};
  const code = done.get("stripe.promotion_code.create");
  const coupon = done.get("stripe.coupon.create");
  const portal = done.get("stripe.billing_portal.create");
  const checkout = done.get("stripe.checkout_session.create") ?? done.get("stripe.payment_link.create");
  if (code) made.code = stepOutput(code, "code");
  else if (coupon) made.coupon = stepOutput(coupon, "id");
  if (portal) made.portal_url = stepOutput(portal, "url");
  if (checkout) made.checkout_url = stepOutput(checkout, "url");
  return { ...(subject.trigger === "stripe.event" ? usualFields(subject.event) : {}), ...made };
}

const email: Fill = (wish) => {
  const message_data = messageData(wish);
  const input = {
    to: emailOf(wish),
    transactional_message_id: messageName(wish.text, wish.tokens, wish.topic),
    ...(Object.keys(message_data).length > 0 ? { message_data } : {}),
    // Without one, it is the person who has the address.
    ...(wish.subject.trigger === "stripe.event" ? { identifiers: { id: wish.subject.person } } : {}),
  };
  return filled(input, "message_data");
};

const message: Fill = (wish) => {
  const { text, tokens, subject, topic } = wish;
  const channel = /\bwhats ?app\b/i.test(text)
    ? "whatsapp"
    : /\bpush\b/i.test(text)
      ? "push"
      : /\bin[- ]?app\b/i.test(text)
        ? "in_app"
        : /\binbox\b/i.test(text)
          ? "inbox_message"
          : "sms";
  const message_data = messageData(wish);
  return filled(
    {
      channel,
      transactional_message_id: messageName(text, tokens, topic),
      identifiers: { id: subject.person },
      ...(Object.keys(message_data).length > 0 ? { message_data } : {}),
    },
    "message_data",
  );
};

const membership: Fill = ({ text, tokens, subject, topic }) => {
  const name =
    segmentName(text) ?? tokens.find(({ kind }) => kind === "quoted")?.text ?? topic.replaceAll("_", " ");
  const number = /^\d+$/.test(name) ? Number(name) : null;
  return { input: { segment: number ?? titleOf(name), ids: [subject.person] } };
};

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

/** One thing of Stripe's, named by the event, by what was read before, or by the caller. */
const thing =
  (noun: string, more: Fields = {}): Fill =>
  (wish) => ({ input: { id: thingId(noun, wish), ...more } });

function thingId(noun: string, { subject, done }: Wish): string {
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
      confirm: true,
    },
  };
};

const cancel: Fill = (wish) => {
  const isNow = /\b(?:immediately|at once|right away|instantly|now)\b/i.test(wish.text);
  return {
    input: {
      id: thingId("subscription", wish),
      when: isNow ? "now" : "period_end",
      ...(isNow ? { confirm: true } : {}),
    },
  };
};

const unsubscribe: Fill = ({ text, subject }) => ({
  input: {
    identifier: subject.person,
    unsubscribed: !/\b(?:re-?subscrib|opt(?:ed)?[ _-]?in|subscribe (?:them|the|him|her|people))/i.test(text),
  },
});

const person: Fill = ({ subject }) => ({ input: { identifier: subject.person } });

const FILLS: Readonly<Record<string, Fill>> = {
  "customerio.person.upsert": upsert,
  "customerio.person.delete": ({ subject }) => ({ input: { identifier: subject.person, confirm: true } }),
  "customerio.person.suppress": ({ subject }) => ({ input: { identifier: subject.person, confirm: true } }),
  "customerio.person.unsuppress": person,
  "customerio.person.subscription": unsubscribe,
  "customerio.person.get": ({ subject }) => ({ input: { id: subject.person } }),
  "customerio.person.find": (wish) => ({ input: { email: emailOf(wish) } }),
  "customerio.event.track": track,
  "customerio.event.anonymous": ({ text, tokens, topic }) => ({
    input: { name: eventName(text, tokens, topic) },
  }),
  "customerio.segment.add": membership,
  "customerio.segment.remove": membership,
  "customerio.email.send": email,
  "customerio.message.send": message,
  "customerio.object.upsert": ({ subject }) => ({
    input: {
      action: "identify",
      object_type_id: 1,
      object_id: subject.customer ?? subject.person,
      attributes: usualFields(subject.event),
    },
  }),
  "customerio.relationship.set": ({ subject }) => ({
    input: {
      action: "add",
      person: { id: subject.person },
      object_type_id: 1,
      object_id: subject.customer ?? subject.person,
    },
  }),
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
  "stripe.customer.delete": (wish) => ({ input: { id: customerOf(wish), confirm: true } }),
  "stripe.customer.balance": balance,
  "stripe.customer.payment_methods": (wish) => ({ input: { id: customerOf(wish) } }),
  "stripe.subscription.cancel": cancel,
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
  "stripe.invoice.void": thing("invoice", { confirm: true }),
  "stripe.invoice.mark_uncollectible": thing("invoice", { confirm: true }),
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

/** The input of an action as far as the sentence and the event tell it; else its sample's, for the person to change. */
export function inputOf(id: string, wish: Wish, sample: Fields): Filled {
  return FILLS[id]?.(wish) ?? { input: sample };
}
