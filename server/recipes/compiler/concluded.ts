import { flat } from "./act-lists";
import { HAPPENINGS } from "./grammar";
import type { Act, Intent, Part } from "./intent";
import type { Start } from "./lexicon";
import { nameOfPlace } from "./memberships";
import { segmentName, titleOf } from "./names";
import type { Reading } from "./reading";
import { OFF_TOPIC, strangeness } from "./refusals";
import type { Begun } from "./starts";
import type { Token } from "./tokens";

/** Puts together what was read, and asks about what was not. */
export function concluded(
  reading: Reading,
  begun: Begun | null,
  start: Start | null,
  acts: Act[],
  timing: Intent["timing"] | null,
  apps: string[],
): Intent {
  const deeds = flat(acts);
  const base = { start, acts, parts: sorted(reading.parts), missingApps: apps };
  const events = begun
    ? begun.literal.length > 1 && begun.match.of.event === begun.literal[0]
      ? begun.literal
      : begun.match.of.event
        ? [begun.match.of.event]
        : []
    : [];
  const extra = {
    ...(timing && start?.trigger === "schedule" ? { timing } : {}),
    ...(start?.trigger === "customerio.segment.poll" && begun
      ? { segment: segmentOf(reading.textOf(begun.clause), reading.prompt) }
      : {}),
  };
  const intent: Intent = { ...base, ...extra, events, questions: reading.questions, refusal: null };
  if (!start && deeds.length === 0 && OFF_TOPIC.test(reading.prompt)) {
    const { question } = strangeness(reading.prompt);
    return { ...intent, refusal: "off_topic", questions: [question] };
  }
  if (apps.length > 0) {
    const question = `${apps.join(", ")}: not an app of Billhook. Shall an HTTP step call its API instead?`;
    return {
      ...intent,
      refusal: "app",
      questions: [{ about: "app", question, options: ["Use an HTTP step", "Leave it out"] }],
    };
  }
  if (!start && deeds.length === 0 && !isOurs(reading)) {
    const { reason, question } = strangeness(reading.prompt);
    return { ...intent, refusal: reason, questions: [question] };
  }
  if (!start) {
    const isQuestion = OFF_TOPIC.test(reading.prompt);
    if (isQuestion)
      return {
        ...intent,
        acts: [],
        parts: [],
        refusal: "off_topic",
        questions: [strangeness(reading.prompt).question],
      };
    reading.questions.push({
      about: "which event",
      question: "When shall this happen?",
      options: [
        "When a payment succeeds",
        "When a payment fails",
        "When a subscription starts",
        "When a subscription is canceled",
      ],
    });
  } else if (deeds.length === 0)
    reading.questions.push({
      about: "which action",
      question: "What shall happen then?",
      options: ["Send an e-mail", "Track an event", "Update the person", "Tell the team"],
    });
  else if (VAGUE.test(reading.prompt))
    reading.questions.push({
      about: "which event",
      question: "Which change do you mean?",
      options: ["Another plan", "Another status, such as past due", "A cancellation", "A renewal"],
    });
  return intent;
}

/** It speaks of what Billhook knows, or tells that something shall follow: then it is asked what, not sent away. */
function isOurs({ prompt, clauses }: Reading): boolean {
  const isPointed = /->|→|=>|⇒/.test(prompt) && clauses.some(({ tokens }) => tokens.some(isHappening));
  const isForThem = clauses.some(
    ({ isWish, tokens }) =>
      isWish && tokens.some(({ text }) => /^(?:them|him|her|people|everyone)$/i.test(text)),
  );
  return isPointed || isForThem || OURS.test(prompt);
}

const isHappening = ({ kind, stem, text }: Token) =>
  kind === "word" && HAPPENINGS.has(stem) && /(?:ed|s|ing|t)$/i.test(text);

const OURS =
  /\b(?:stripe|customer\.?io|cio|payments?|customers?|subscriptions?|subs|subscribers?|invoices?|refunds?|charges?|billing|trials?|coupons?|segments?|newsletters?|checkouts?|disputes?|payouts?|churn|dunning|buyers?|members?|shoppers?|donors?|vips?)\b/i;

const VAGUE =
  /\b(?:something|anything|stuff|things?) (?:about [\w ]+ |with [\w ]+ |in [\w.]+ )?(?:happens?|changes?|occurs?|is (?:new|wrong|different)|goes on|updates?)\b|\bsync(?:hroni[sz]e)? (?:everything|(?:all )?(?:stripe|customer\.?io) (?:and|with|to) (?:stripe|customer\.?io)|(?:my |our )?(?:data|stuff|both))\b/i;

function segmentOf(text: string, prompt: string): { name: string | null; edge: "entered" | "left" } {
  const isLeft =
    /\b(?:leav|left|exit|drop|remov|quit|kick|no longer|isn['’]t|not (?:in|part)|out of|disappear|falls? (?:out|from|off)|fell (?:out|from|off))\w*/i.test(
      text,
    );
  // "everybody who enters it": which one, another sentence has said.
  const name = segmentName(text) ?? nameOfPlace(text) ?? segmentName(prompt);
  return { name: name === null ? null : titleOf(name), edge: isLeft ? "left" : "entered" };
}

function sorted(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
