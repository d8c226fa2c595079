import type { Clause } from "./clauses";
import { conditionsOf } from "./conditions";
import { low } from "./read-condition";
import type { Test } from "./tests";
import type { Token } from "./tokens";

/** What people compare to tell one way from another. */
const TELLING =
  /^(?:amount|country|plan|interval|attempt_count|status|currency|brand|refunded|quantity|email)$/;

const REST =
  /^(?:(?:and |but |for )?(?:(?:all|the|any|every) )*(?:others|(?:other|rest|remaining|remainder)(?: of)?(?: (?:the|our))? (?:ones|people|customers|users|subscribers|them|plans|countries)|rest)|any (?:later|other|further) (?:attempt|try|time|failure|one|plan|country|currency|amount)s?|later (?:ones|attempts|tries)|anything (?:smaller|less|lower|below|under|bigger|larger|more|higher|above|over|else)(?: than that)?|(?:smaller|lower|bigger|larger|cheaper) (?:ones|orders|payments|amounts|sums)|(?:below|above|under|over) that|if not|(?:every|any|no)(?:one|body)(?= else))\b/i;

/**
 * Says where a sentence tells ways apart without an "if": "annual ones into A, monthly ones into B", "first attempt →
 * email, third → SMS", "…, all the others into B". Each way becomes a condition and what is done then.
 */
export function withWays(clauses: readonly Clause[], prompt: string): Clause[] {
  const rests = clauses.flatMap((clause, index) => asRest(clause, clauses[index + 1], prompt));
  const hasRest = rests.some(({ lead }) => lead === "otherwise");
  const told = rests.map((clause, index) =>
    index > 0 && isPlain(clause, rests[index + 1]) ? testsIn(clause, prompt) : [],
  );
  const values = new Map<string, Set<string>>();
  for (const { about, op, right } of told.flat())
    values.set(about, (values.get(about) ?? new Set()).add(JSON.stringify([op, right])));
  const isWay = (tests: readonly Test[]) =>
    tests.some(({ about }) => (values.get(about)?.size ?? 0) > 1 || (hasRest && values.size > 0));
  return rests.flatMap((clause, index) => {
    if (clause.lead === "otherwise" && !clause.isWish && clause.tokens.length > 1)
      return [{ ...clause, isWish: true }];
    return isWay(told[index] ?? []) ? parted(clause, rests[index + 1], prompt) : [clause];
  });
}

/** Nothing leads it; or an "if" does that says what is done then without a verb: "if in France the French e-mail". */
const isPlain = ({ lead, isWish }: Clause, next: Clause | undefined) =>
  !isWish &&
  (lead === null ||
    lead === "for" ||
    lead === "on" ||
    (lead === "if" && (!next?.isWish || next.lead !== null)));

const textOf = (tokens: readonly Token[], prompt: string) =>
  tokens.length > 0 ? prompt.slice(tokens[0]?.start, tokens.at(-1)?.end) : "";

const testsIn = ({ tokens }: Clause, prompt: string) =>
  conditionsOf(tokens, textOf(tokens, prompt)).filter(({ about }) => TELLING.test(about));

/** "all the others …", "everyone else …", "if not, …": the other way. */
function asRest(clause: Clause, next: Clause | undefined, prompt: string): Clause[] {
  const words = textOf(clause.tokens, prompt);
  if (clause.lead === "if" && ELSEWHERE.test(words)) return [{ ...clause, lead: "otherwise", tokens: [] }];
  if (next?.lead === "otherwise" && /^(?:and |but )?(?:every|any)(?:one|body)$/i.test(words)) return [];
  const text = clause.lead === "if" ? `if ${words}` : words;
  const said =
    clause.lead === null || clause.lead === "if" || clause.lead === "on" ? REST.exec(text)?.[0] : undefined;
  if (!said || clause.isWish) return [clause];
  const from = (clause.tokens[0]?.start ?? 0) + said.length - (text.length - words.length);
  const tokens = clause.tokens.filter(({ start }) => start >= from);
  return [{ ...clause, lead: "otherwise", isWish: tokens.length > 0, tokens }];
}

/** "if it is on anything else", "if any other". */
const ELSEWHERE =
  /^(?:[\w'’]+ ){0,4}(?:(?:any|every|some)(?:thing|one|body|where) else|any other(?: \w+)?|none of (?:these|those|them)|not)$/i;

const VERB =
  /^(?:the|our|a|an|go(?:es)?|gets?|should|must|shall|will|receives?|into|to|in|are|is|becomes?|joins?|lands?|sends?|e-?mails?)$/;

/** A way as a condition and what is done: the next clause, or what is said behind the condition. */
function parted(clause: Clause, next: Clause | undefined, prompt: string): Clause[] {
  if (next && (/->|→|=>|:/.test(next.gap) || (next.isWish && next.gap === " ")))
    return [{ ...clause, lead: "if" }];
  const at = clause.tokens.findIndex(
    (token, place) =>
      place > 0 &&
      VERB.test(low(token)) &&
      testsIn({ ...clause, tokens: clause.tokens.slice(0, place) }, prompt).length > 0,
  );
  if (at < 0) return [clause];
  return [
    { ...clause, lead: "if", tokens: clause.tokens.slice(0, at) },
    { lead: null, isWish: true, gap: " ", tokens: clause.tokens.slice(at) },
  ];
}
