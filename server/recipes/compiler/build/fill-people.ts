import { segmentName, titleOf } from "../names";
import { assignedIn, namedFields } from "./assigned";
import { emailOf, type Fields, type Fill, filled, stepOutput, type Wish } from "./fill";
import { eventName, messageName } from "./message";
import { pathOf, usualFields } from "./values";

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

const membership: Fill = ({ text, tokens, subject, topic, done }) => {
  const before = /\b(?:it|there|that one)\b/i.test(text) ? done.get("segment") : undefined;
  const name =
    segmentName(text) ??
    tokens.find(({ kind }) => kind === "quoted")?.text ??
    before ??
    /\b(?:into|to|in|from|of) (?:the )?((?:[A-Z0-9][\w-]* ?)+)/.exec(text)?.[1]?.trim() ??
    topic.replaceAll("_", " ");
  const number = /^\d+$/.test(name) ? Number(name) : null;
  return { input: { segment: number ?? titleOf(name), ids: [subject.person] } };
};

const unsubscribe: Fill = ({ text, subject }) => ({
  input: {
    identifier: subject.person,
    unsubscribed: !/\b(?:re-?subscrib|opt(?:ed)?[ _-]?in|subscribe (?:them|the|him|her|people))/i.test(text),
  },
});

const person: Fill = ({ subject }) => ({ input: { identifier: subject.person } });

/** The inputs of Customer.io's actions. */
export const PEOPLE_FILLS: Readonly<Record<string, Fill>> = {
  "customerio.person.upsert": upsert,
  "customerio.person.delete": person,
  "customerio.person.suppress": person,
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
};
