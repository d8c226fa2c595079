import type { Clause } from "./clauses";
import { folded } from "./folds";
import { START_PHRASES, STARTS_BY_EVENT, type Start } from "./lexicon";
import { withSegment } from "./memberships";
import { type Match, matches } from "./phrases";
import { stem as stemOf } from "./stem";
import type { Token } from "./tokens";
import { endIn, endOf, eventOf, eventsIn, ownerIn } from "./written-events";

export interface Begun {
  clause: Clause;
  match: Match<Start>;
  /** What else the same words may mean, the likeliest first. */
  others: Match<Start>[];
  /** Event types that are written out. */
  literal: string[];
  score: number;
  tokens: readonly Token[];
}

/** How much a clause's beginning says that it is what starts the recipe. */
const LEADS: Readonly<Record<string, number>> = {
  when: 1.2,
  whenever: 1.2,
  upon: 1.2,
  after: 1,
  onc: 1,
  who: 0.9,
  on: 1,
  if: 0.6,
  for: 0.5,
  every: 0.4,
  each: 0.4,
  any: 0.3,
  unless: -1,
  onlyif: -0.6,
  otherwis: -2,
  evenif: -2,
};

/** The clause that most likely says what starts it, and what that is; null when no clause does. */
export function begin(clauses: readonly Clause[]): Begun | null {
  const candidates = clauses.flatMap((clause, index) => [
    ...candidate(clause, clauses[index - 1], index, clauses),
    ...topic(clause),
  ]);
  const opens = candidates.some(({ clause, score }) => clause === clauses[0] && !clause.isWish && score > 1);
  // An arrow points from what happens to what is done.
  const isDone = ({ clause: { lead, gap } }: Begun) => opens && lead === null && /->|→|=>|⇒/.test(gap);
  const isSaid = candidates.some(
    ({ clause, score }) =>
      !clause.isRemark && score > 1.5 && /^(when|whenever|upon|onc|after|if)$/.test(clause.lead ?? ""),
  );
  const isLeft = (one: Begun) => !isDone(one) && !(isSaid && one.clause.isRemark);
  return candidates.filter(isLeft).sort((a, b) => b.score - a.score)[0] ?? null;
}

/** "Tell us about every bounce": what is told about is what starts it. */
function topic(clause: Clause): Begun[] {
  const at = clause.tokens.findIndex(
    ({ text }, place) =>
      /^(about|regarding|concerning)$/i.test(text) ||
      (/^(of|on|for|with)$/i.test(text) &&
        /^(every|each|all|any|new|the)$/i.test(clause.tokens[place + 1]?.text ?? "")),
  );
  if (!clause.isWish || at < 1 || !TELLING.test(clause.tokens[0]?.stem ?? "")) return [];
  const tokens = clause.tokens.slice(at + 1).filter(({ kind }) => kind !== "quoted");
  const read = folded(tokens);
  const found = matches(START_PHRASES, read).map((match) => weigh(match, read, false));
  const [match, ...others] = found.sort((a, b) => b.score - a.score);
  return match && match.score >= 0.9 && match.of.trigger !== "schedule"
    ? [{ clause, match, others, literal: [], score: match.score - 0.5, tokens }]
    : [];
}

const TELLING =
  /^(tell|notify|alert|inform|warn|ping|let|messag|slack|email|remind|dm|nudg|page|pag|text|updat|log|track|record)$/;

function candidate(
  clause: Clause,
  before: Clause | undefined,
  index: number,
  all: readonly Clause[],
): Begun[] {
  const plain = (index === 0 ? withSegment(clause.tokens) : clause.tokens).filter(
    ({ kind }) => kind !== "quoted",
  );
  const isTeam = ({ text }: Token) => clause.isWish && text.toLowerCase() === "sales";
  const literal = eventsIn(plain);
  const end = literal.length === 0 && index === 0 && !clause.isWish ? endIn(plain) : null;
  const lead = clause.lead ?? "";
  const leads = clause.isWish
    ? -2.2
    : (LEADS[lead] ?? (index === 0 ? 0.7 : clause.gap === ":" && index === 1 ? 0.7 : -0.6));
  const [named] = literal;
  const start = end ?? (named ? STARTS_BY_EVENT.get(named) : undefined);
  if (start) {
    const at = plain.flatMap((token, place) =>
      (end ? endOf(token) === end : eventOf(token)) ? [place] : [],
    );
    return [
      { clause, match: { of: start, score: 6, at }, others: [], literal, score: 6 + leads, tokens: plain },
    ];
  }
  const tokens = withContext(plain, before, all, lead);
  const read = folded(tokens).map((token) => (isTeam(token) ? { ...token, stem: "" } : token));
  const found = matches(START_PHRASES, read).map((match) => weigh(match, read, clause.isWish));
  found.sort((a, b) => b.score - a.score);
  const [best, ...others] = found;
  if (!best || best.score < 0.9) return [];
  const isManual = best.of.trigger === "manual" && index === 0 && !clause.isWish ? 1 : 0;
  const isLed = all.some(
    (other) => other !== clause && /^(when|whenever|upon|onc|after)$/.test(other.lead ?? ""),
  );
  const isByHand = clause.isWish && !isLed && /^(manual|webhook|schedule)$/.test(best.of.trigger) ? 2.7 : 0;
  const isOpen =
    lead === "if" &&
    /\b(not|n['’]t)\b|n['’]t /.test(tokens.map(({ text }) => text).join(" ")) &&
    tokens.some(({ stem }) => stem === "pay")
      ? -1.5
      : 0;
  const still = tokens.some(({ stem }, at) => /^(still|yet)$/.test(stem) && !best.at.includes(at)) ? -2.5 : 0;
  return [
    {
      clause,
      match: best,
      others,
      literal: [],
      score: best.score + leads + still + isOpen + isByHand + isManual - (clause.isRemark ? 0.7 : 0),
      tokens,
    },
  ];
}

/** What is denied has not happened: "not paid", "never opened". */
const isDenied = ({ at }: Match<Start>, tokens: readonly Token[]) =>
  tokens.some(
    ({ stem }, place) =>
      /^(not|never|without|fail)$/.test(stem) &&
      !at.includes(place) &&
      (at.includes(place + 1) || at.includes(place + 2)),
  );

/** A pronoun stands for what was spoken of before. */
function withContext(
  tokens: readonly Token[],
  before: Clause | undefined,
  all: readonly Clause[],
  lead: string,
): Token[] {
  const [first, second] = tokens;
  const owner = all[0]?.tokens.includes(tokens[0] as Token) ? ownerIn(tokens) : null;
  if (owner) return [owner, ...tokens];
  // "anybody who subscribes": who it is was said before.
  const who: Token[] =
    lead === "who" && first ? [{ ...first, kind: "word", text: "who", stem: "who", end: first.start }] : [];
  const isPronoun = [first, second, ...tokens.slice(2, 5).filter(({ text }) => /^it$/i.test(text))].some(
    (token) => token && /^(it|one|this|that|these|those|them|theirs|his|hers|they)$/i.test(token.text),
  );
  if (!isPronoun) return [...who, ...tokens];
  const earlier = before ?? all[0];
  const nouns = (earlier?.tokens ?? []).filter(({ stem }) =>
    /^(invoic|subscription|payment|charg|refund|quot|tax_id|card|trial|payout|disput|email|customer|checkout|discount|coupon|segment|subscriber|member)$/.test(
      stem,
    ),
  );
  const more =
    nouns.length > 0
      ? nouns
      : (all[0]?.tokens ?? []).filter(({ stem }) => /^(invoic|subscription|payment|quot|tax_id)$/.test(stem));
  return [...who, ...more.slice(-1), ...tokens];
}

const has = (tokens: readonly Token[], pattern: RegExp) =>
  tokens.some(({ text, stem }) => pattern.test(text) || pattern.test(stem));

/** What is said beside the phrase, for or against an app's event. */
function weigh(match: Match<Start>, tokens: readonly Token[], isWish: boolean): Match<Start> {
  const { trigger, event = "" } = match.of;
  let score = match.score - (isDenied(match, tokens) ? 1.2 : 0);
  const isMessage = has(
    tokens,
    /^(e-?mails?|email|sms|push|newsletter|campaign|message|unsubscrib|click|link|whatsapp|spam|segment)$/i,
  );
  if (trigger === "customerio.reporting") {
    if (isWish) score -= 2;
    if (has(tokens, /^stripe$/i)) score -= 0.8;
    if (has(tokens, /^cio$/i)) score += 0.5;
    if (event.startsWith("email_") && has(tokens, /^(sms|text|push|whatsapp|in_app)$/i)) score -= 1.5;
    if (/^(webhook|slack)_/.test(event)) score -= 0.5;
    if (event === "email_clicked" && !isMessage) score -= 0.3;
    if (event === "email_unsubscribed")
      score -= has(tokens, /^(e-?mail|email)s?$/i) && !has(tokens, /^(all|our)$/i) ? -0.1 : 0.6;
  }
  if (
    trigger === "stripe.event" &&
    isMessage &&
    !isWish &&
    /^customer\.(subscription\.(created|deleted)|updated)/.test(event) &&
    has(tokens, /^(newsletter|campaign|click|spam|segment)$/i)
  )
    score -= 1;
  if (event === "invoice.upcoming" && has(tokens, /^befor$/)) score += 0.3;
  // An order says least of what happened to it.
  if (event === "payment_intent.succeeded" && match.at.length === 1) score -= 0.1;
  // It says more than the event it is made of.
  if (match.of.preset) score += 0.05;
  if (trigger === "stripe.event" && has(tokens, /^stripe$/i)) score += 0.3;
  if (trigger === "stripe.event" && has(tokens, /^cio$/i) && !has(tokens, /^stripe$/i) && !isWish)
    score -= 1.2;
  if (trigger === "stripe.event" && has(tokens, /^segment$/i) && !isWish) score -= 1;
  const novel = match.at.find((place) => tokens[place]?.stem === "new");
  // "a new tax id" is no new customer.
  if (
    novel !== undefined &&
    tokens[novel + 1]?.kind === "word" &&
    !match.at.includes(novel + 1) &&
    !/^(strip|stripe|pay|paying|big|cio|premium|annual|yearly|monthly|pro|free|business|enterprise|basic|gold|team|us|german|european|b2b)$/.test(
      tokens[novel + 1]?.stem ?? "",
    )
  )
    score -= 0.8;
  if (trigger === "webhook" && !has(tokens, /^(webhook|post|call|request|hook|hit|http|backend)/i))
    score -= 1.5;
  if (trigger === "customerio.segment.poll" && tokens[Math.min(...match.at) - 1]?.stem === "to") score -= 1.5;
  if (WELL.test(event) && has(tokens, AMISS) && !match.at.some((at) => AMISS.test(tokens[at]?.stem ?? "")))
    score -= 0.6;
  // "payment" alone is one that came in; with something else that happens it is not known.
  if (trigger === "stripe.event" && match.at.length === 1 && isOtherwise(match, tokens)) score -= 0.2;
  // "past due" says what became of it; "who pays yearly cancels" ends with what happens.
  if (!/updated$/.test(event) && !match.of.preset && has(tokens, /^past_due?$/)) score -= 0.8;
  const isLast = Math.max(...match.at) === tokens.length - 1;
  if (isLast && match.at.length > 1 && tokens.some(({ stem }, at) => stem === "who" && at > 0)) score += 0.4;
  if (trigger === "schedule" || trigger.includes("poll"))
    score -= trigger !== "customerio.segment.poll" ? 0.4 : isWish ? 1.5 : -0.4;
  return { ...match, score };
}

const WELL = /(?:paid|succeeded|completed|verified|accepted|finalized|captured|refunded)$/;
const AMISS = /^(?:fail|declin|reject|refus|bounc|unsuccessful)$/;

const isOtherwise = ({ at }: Match<Start>, tokens: readonly Token[]) =>
  tokens.some(
    ({ kind, stem, text }, place) =>
      kind === "word" && !at.includes(place) && HAPPENS.has(stem) && /(s|ed|ing|en|wn)$/i.test(text),
  );
const HAPPENS = new Set(
  "fail open click bounce expire decline renew churn pause resume refund dispute void finalize unsubscribe abandon overdue verify flag block hold call delay stick postpone reverse return"
    .split(" ")
    .map(stemOf),
);
