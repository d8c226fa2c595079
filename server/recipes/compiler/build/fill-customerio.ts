import { segmentName } from "../names";
import { emailOf, type Fields, type Fill, known, stepOutput, type Wish } from "./fill";
import { eventName } from "./message";

/** The number a sentence gives a thing: "broadcast 12". */
const numberOf = (noun: string, text: string): number | undefined => {
  const found = new RegExp(`\\b${noun}s? (?:#|id |number |no\\.? ?)?(\\d+)\\b`, "i").exec(text)?.[1];
  return found ? Number(found) : undefined;
};

/** A request's method and path, where the sentence has them. */
const requestIn = (text: string): Fields =>
  known({
    method: /\b(GET|POST|PUT|DELETE)\b/.exec(text)?.[1],
    path: /(?:^|\s)(\/[a-z0-9][\w\-./?=&%]*)/i.exec(text)?.[1]?.replace(/[.,;]$/, ""),
  });

/** Nobody in particular is behind a schedule: then it is the broadcast's own audience. */
const broadcast: Fill = ({ text, subject }) => ({
  input: known({
    broadcast_id: numberOf("broadcast", text),
    ids: subject.trigger === "schedule" || isOfNobody(subject.event) ? undefined : [subject.person],
  }),
});

const isOfNobody = (event: string) =>
  /^(product|price|coupon|promotion_code|payout|balance|plan)\./.test(event);

const segments: Fill = ({ text }) => {
  if (/\b(?:who|members?|people|everyone|everybody)\b/i.test(text))
    return { input: known({ action: "members", segment: numberOf("segment", text) }) };
  if (/\b(?:list|fetch|get|show|all)\b/i.test(text)) return { input: { action: "list" } };
  return { input: known({ action: "create", name: segmentName(text) ?? undefined }) };
};

const block: Fill = (wish) => ({
  input: {
    action: /\b(?:remove|lift|clear|unblock|undo|drop|take)/i.test(wish.text)
      ? "remove"
      : /\b(?:check|see|look|find|get)\b/i.test(wish.text)
        ? "check"
        : "add",
    email: emailOf(wish),
  },
});

function pipeline({ text, tokens, subject, topic }: Wish): Fields {
  const userId = subject.person;
  if (/\bidentif|\b(?:person|profile|customer|user)s? (?:to|into|through|via|in)\b/i.test(text))
    return { call: "identify", userId };
  return { call: "track", userId, event: eventName(text, tokens, topic) };
}

/** The inputs of Customer.io's other actions, and of another recipe's start. */
export const CUSTOMERIO_FILLS: Readonly<Record<string, Fill>> = {
  "customerio.person.segments": ({ subject }) => ({ input: { id: subject.person } }),
  "customerio.person.merge": ({ subject }) => ({ input: { primary: { id: subject.person } } }),
  "customerio.device.add": ({ subject, text }) => ({
    input: known({
      identifier: subject.person,
      platform: /\b(ios|android)\b/i.exec(text)?.[1]?.toLowerCase(),
    }),
  }),
  "customerio.device.remove": ({ subject }) => ({ input: { identifier: subject.person } }),
  "customerio.form.submit": (wish) => ({ input: { data: { email: emailOf(wish) } } }),
  "customerio.segment.manage": segments,
  "customerio.broadcast.trigger": broadcast,
  "customerio.broadcast.status": ({ text }) => ({
    input: known({ broadcast_id: numberOf("broadcast", text) }),
  }),
  "customerio.campaign.get": ({ text }) => ({ input: known({ id: numberOf("campaign", text) }) }),
  "customerio.message.get": ({ text }) => ({
    input: known({
      metric: /\b(bounced|delivered|opened|clicked|failed|dropped|sent|converted)\b/i
        .exec(text)?.[1]
        ?.toLowerCase(),
    }),
  }),
  "customerio.collection.replace": ({ text, done }) => {
    const list = done.get("stripe.price.list");
    const rows = list ? stepOutput(list, "data") : undefined;
    return { input: known({ id: numberOf("collection", text), rows }) };
  },
  "customerio.esp_suppression": block,
  "customerio.cdp": (wish) => ({ input: pipeline(wish) }),
  "customerio.api": ({ text }) => ({ input: requestIn(text) }),
  "stripe.api": ({ text }) => ({ input: requestIn(text) }),
};
