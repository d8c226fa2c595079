import type { Clause } from "./clauses";
import { folded } from "./folds";
import { ALSO_NOUNS, HAPPENINGS } from "./grammar";
import { START_PHRASES } from "./lexicon";
import { matches } from "./phrases";
import type { Token } from "./tokens";
import { endOf, eventOf } from "./written-events";

const best = (tokens: readonly Token[]) => matches(START_PHRASES, folded(tokens))[0];
const worth = (tokens: readonly Token[]) => best(tokens)?.score ?? 0;

/**
 * Clauses as they tell what happens: a verb that only looks like a wish ("email delivered", "an ID check succeeded") is
 * none, and what was cut in two is one again where only both together say what starts it.
 */
export function rejoined(clauses: readonly Clause[], all: readonly Token[]): Clause[] {
  const [first, ...rest] = clauses;
  if (!first) return [];
  const isFollowed = rest.some(({ isWish }) => isWish);
  const isHeading = /^(?:->|→|=>|⇒|:|—|–|»)$/.test(rest[0]?.gap ?? "");
  const [opening] = first.tokens;
  const isOurs = opening !== undefined && all[all.indexOf(opening) - 1]?.text.toLowerCase() === "we";
  const told =
    first.isWish &&
    ((isHeading && names(first)) ||
      (isHeading && isPast(first)) ||
      isWritten(first) ||
      (isFollowed && (tells(first) || (isOurs && worth(first.tokens) >= 0.9))))
      ? { ...first, isWish: false }
      : first;
  const kept: Clause[] = [told];
  for (const clause of rest) {
    const before = kept.at(-1);
    const isAsked = clauses.some((other) => other.isWish && other !== clause && other !== before);
    if (
      before &&
      (isAsked || isTurn(before, clause)) &&
      (kept.length === 1 || (before.lead && before.lead !== "if")) &&
      belongs(before, clause)
    )
      kept[kept.length - 1] = { ...before, isWish: false, tokens: [...before.tokens, ...clause.tokens] };
    else kept.push(clause);
  }
  return kept;
}

/** "Email delivered → …", "SMS reply: …": a noun that is a verb too, and behind it what happened. */
function tells({ tokens, lead }: Clause): boolean {
  const [first, second] = tokens;
  if (/^opt[- ]?(?:out|in)$/i.test(first?.text ?? ""))
    return /^(?:from|for|of|by|in|to)$/i.test(second?.text ?? "");
  if (lead !== null || !first || !second || !ALSO_NOUNS.has(first.text.toLowerCase())) return false;
  const isTold = tokens
    .slice(1, 5)
    .some(
      ({ kind, text, stem }) =>
        kind === "word" &&
        (/(?:ed|ion|sent|[^s]s)$/i.test(text) || HAPPENINGS.has(stem)) &&
        !/^(?:customers|users|people|us|this|always|subscribers|clients)$/i.test(text),
    );
  return isTold && !OBJECT.test(second.text) && worth(tokens) >= 1.8;
}

/** "Charge authorized → …", "email complained: …" */
const isPast = ({ lead, tokens: [first, second] }: Clause) =>
  lead === null &&
  second?.kind === "word" &&
  ALSO_NOUNS.has(first?.text.toLowerCase() ?? "") &&
  /[a-z]{3}ed$/i.test(second.text) &&
  !/^(?:failed|unpaid|expired|saved|attached|needed|unused)$/i.test(second.text);

/** "Discount fell off (customer.discount.deleted)": what is written in brackets says that it is what happens. */
const isWritten = ({ tokens }: Clause) =>
  tokens.some(
    ({ text }, at) => text === "(" && tokens.slice(at + 1).some((one) => eventOf(one) ?? endOf(one)),
  );

/** "Unsubscribe in Customer.io: …", "cancel → …": the verb is the name of what happens. */
function names({ tokens, lead }: Clause): boolean {
  const [first, second] = tokens;
  return (
    lead === null &&
    /^(?:unsubscribe|cancel|refund|dispute|downgrade|upgrade|subscribe|purchase|order|pause|resume|renew|churn|sign[- ]?up|opt[- ]?(?:in|out)|reply|click|bounce|convert)$/i.test(
      first?.text ?? "",
    ) &&
    !OBJECT.test(second?.text ?? "") &&
    worth(tokens) >= 0.9
  );
}

const OBJECT =
  /^(?:the|a|an|them|him|her|me|us|it|their|this|that|these|those|each|every|all|our|my|his|to|everyone|out|people|customers?)$/i;

/** "trialing → active". */
const isStatus = ({ tokens, isWish }: Clause) =>
  !isWish &&
  /^(?:trial|trialing|active|past_due|unpaid|paused|paid|canceled|free)$/i.test(tokens.at(-1)?.text ?? "");

/** "trialing → active", "true→false": from one to the other. */
const isTurn = (before: Clause, clause: Clause) =>
  !before.isWish &&
  /^(->|→|=>|⇒)$/.test(clause.gap) &&
  ((isStatus(before) && isStatus(clause)) ||
    (/^(?:true|false)$/i.test(before.tokens.at(-1)?.text ?? "") &&
      /^(?:true|false)$/i.test(clause.tokens[0]?.text ?? "")));

/** Two clauses with nothing between them, of which only both together say what happens. */
function belongs(before: Clause, clause: Clause): boolean {
  if (isTurn(before, clause)) return true;
  const isYet =
    clause.gap === "," &&
    (/^(?:though|although|but|while|yet|and)$/i.test(clause.tokens[0]?.text ?? "") ||
      (!clause.isWish && clause.tokens.some(({ stem }) => stem === "still")));
  const isNoun =
    ALSO_NOUNS.has(before.tokens[0]?.text.toLowerCase() ?? "") && !OBJECT.test(before.tokens[1]?.text ?? "");
  if (
    (before.isWish && !isNoun) ||
    (clause.gap !== " " && !isYet) ||
    clause.lead === "otherwise" ||
    clause.lead === "if"
  )
    return false;
  const alone = worth(before.tokens);
  const both = worth([...before.tokens, ...clause.tokens]);
  if (!clause.isWish) return both > alone + 0.9 && both > worth(clause.tokens) + 0.4;
  return alone < 1.2 && both >= 1.8;
}
