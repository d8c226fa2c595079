import type { Clause } from "./clauses";
import { folded } from "./folds";
import { START_PHRASES, STARTS_BY_EVENT, type Start } from "./lexicon";
import { withSegment } from "./memberships";
import { type Match, matches } from "./phrases";
import { weigh } from "./start-scores";
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
  const isEach = /^(every|each|all|any|new|the)$/i.test(clause.tokens[at + 1]?.text ?? "");
  return match && match.score >= 0.9 && (match.at.length > 1 || isEach) && match.of.trigger !== "schedule"
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
  const read = folded(tokens).map((token, at, all) =>
    isTeam(token) || isComparison(token, all[at + 1]) || isOfKind(token, all[at + 1])
      ? { ...token, stem: "" }
      : token,
  );
  const found = matches(START_PHRASES, read).map((match) => weigh(match, read, clause.isWish));
  found.sort((a, b) => b.score - a.score);
  const [best, ...others] = found;
  // A word in passing starts nothing.
  if (!best || best.score < 0.9 || (clause.isRemark && best.at.length === 1)) return [];
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

/** "not in dollars" fails nothing. */
const isOfKind = ({ stem }: Token, next: Token | undefined) =>
  stem === "not" && /^(?:in|from|on|for|with|a|an)$/i.test(next?.text ?? "");

/** "over $100" is not over. */
const isComparison = ({ text }: Token, next: Token | undefined) =>
  /^(?:over|under|past|above|below)$/i.test(text) && /^(?:money|number)$/.test(next?.kind ?? "");

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
