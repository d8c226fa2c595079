import { isForPerson } from "./audience";
import type { Clause } from "./clauses";
import type { Setting } from "./deed-scores";
import { deedsOf } from "./deeds";
import { ALSO_NOUNS, VERBS } from "./grammar";
import type { Reading } from "./reading";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** Verbs that ask at the head of a wish, beside those the grammar cuts a sentence at. */
const MORE_VERBS =
  "try dig gather wake involve kill bring park reload get swap shout reimburse repay compensate bump migrate convert flip edit modify amend adjust alter query search see view show inspect grab load retrieve read build prepare produce draft raise mint spin open purge destroy clear scrub rid lock finalise reattempt attempt rerun recharge settle annul scrap bin nullify terminate kill shut discontinue axe quit finish unfreeze revive reinstate restart continue lengthen prolong stretch tack levy preview simulate estimate forecast calculate compute debit complete abort free blacklist blocklist combine join dedupe deduplicate unify consolidate halt cease strip toss yank boot leave exit link relate connect associate tie bind batch pop hand reach respond reply greet chase reassure encourage say segment sign blast rebuild overwrite replace block unblock stream pipe feed forward route pass use call hook escalate yell scream buzz poke page loop dispatch share blank empty null unset nullify regenerate rewrite cheer celebrate slap".split(
    " ",
  );
const MORE = new Set(MORE_VERBS);
const STEMS = new Set([...VERBS, ...MORE_VERBS].map(stem));

const JOINERS = /^(?:and|&|\+|then|plus|also)$/i;
const PLACES = /^(?:into|out|off|onto)$/i;
/** Between a subject and the verb that is asked for: "… should be". */
const MODAL = /\b(?:should|must|shall|needs? to|ha(?:s|ve) to|ought to|wants? to|supposed to)\b/i;
const DETERMINER = /^(?:the|a|an|their|his|her|its|our|this|that|all|any)$/i;

/** True for a verb in the form that asks, at its place: "swap it", not "swaps" or "the swap". */
const asksAt = (tokens: readonly Token[], at: number) => {
  const token = tokens[at];
  return token?.kind === "word" && MORE.has(token.text.toLowerCase()) && tokens.length > at + 1;
};

/** True when somebody gets something, or something is done: "they get …", "their payment is refunded". */
function isToldAsDone(tokens: readonly Token[]): boolean {
  return tokens.some(({ text, stem: one }, at) => {
    const before = tokens[at - 1]?.text.toLowerCase() ?? "";
    if (at > 0 && at < 5 && /^(?:gets?|receives?)$/i.test(text)) return tokens.length > at + 1;
    const isDone = /(?:ed|en|paid|sent|put|told)$/i.test(text) && STEMS.has(one);
    return isDone && /^(?:is|are|be|gets?|being)$/.test(before);
  });
}

/** True when the first word asks, though the grammar does not count it among its verbs. */
export const isAskedFirst = ({ tokens, lead }: Clause) => lead === null && asksAt(tokens, 0);

/** True when a clause asks for something, by its verb or because it tells what somebody gets. */
export const isAsked = (clause: Clause) =>
  clause.isWish || asksAt(clause.tokens, 0) || isToldAsDone(clause.tokens);

/** What stands in the sentence between two clauses. */
function between(reading: Reading, before: Clause, after: Clause): string {
  const from = Math.max(0, ...before.tokens.map(({ end }) => end));
  const to = Math.min(reading.prompt.length, ...after.tokens.map(({ start }) => start));
  return reading.prompt.slice(from, to);
}

/** True when the clause behind says what shall be done with what this one names. */
const isSubjectOf = (reading: Reading, before: Clause | undefined, after: Clause | undefined) =>
  before !== undefined &&
  after?.isWish === true &&
  after.gap === " " &&
  after.lead === null &&
  MODAL.test(between(reading, before, after));

/** What ends in the middle of a thing: "send a", "find or". */
const OPEN_END = /^(?:a|an|the|or|their|his|her|its|our|this|that|to|of|for|in|as)$/i;
const ALONE = /^(?:wait|delay|hold|check|need|give|pause|make)$/i;

/** True when the grammar took a noun for a verb: "send a track | call to the CDP", "apply a $5 | credit". */
function isCutWithin(before: Clause | undefined, after: Clause | undefined, setting: Setting): boolean {
  if (
    !before ||
    !(before.isWish || isAskedFirst(before)) ||
    !after?.isWish ||
    after.gap !== " " ||
    before.lead !== null ||
    after.lead !== null
  )
    return false;
  if (OPEN_END.test(before.tokens.at(-1)?.text ?? "")) return true;
  if (before.tokens.length > 5 || ALONE.test(before.tokens[0]?.text ?? "")) return false;
  const last = before.tokens.at(-1);
  // "send the Sale | broadcast": a noun behind what it belongs to.
  const isNoun = ALSO_NOUNS.has(after.tokens[0]?.text.toLowerCase() ?? "") && before.tokens.length < 4;
  if (isNoun && last?.kind === "word" && before.tokens.length > 1 && !isForPerson([last])) return true;
  const [first] = deedsOf(before, setting);
  const isSame = before.tokens.length < 4 && first?.of.id === deedsOf(after, setting)[0]?.of.id;
  return (first?.score ?? 0) < 1.3 || isSame;
}

/** "…, attribute name `can_read`", "…, called vip": only says what something is called. */
const isNaming = ({ isWish, lead, tokens: [first, second, ...rest] }: Clause) =>
  !isWish &&
  lead === null &&
  rest.length < 3 &&
  (/^(?:named|called)$/i.test(first?.text ?? "") ||
    (/^(?:attribute|field|property|event|segment|key)$/i.test(first?.text ?? "") &&
      /^(?:name|called|named)$/i.test(second?.text ?? "")));

/** The words a clause is read by: with its subject behind the verb, and what was cut off joined; null for what only leads to the next one. */
export function wholeOf(reading: Reading, clause: Clause, setting: Setting): Clause | null {
  const at = reading.clauses.findIndex(({ tokens }) => tokens.some((token) => clause.tokens.includes(token)));
  const [before, after] = [reading.clauses[at - 1], reading.clauses[at + 1]];
  if (clause.lead === null && isSubjectOf(reading, clause, after)) return null;
  if (before?.isWish && isNaming(clause)) return null;
  if (clause.isWish && after && isNaming(after))
    return { ...clause, tokens: [...clause.tokens, ...after.tokens] };
  if (isCutWithin(clause, after, setting)) return null;
  if (before && isCutWithin(before, clause, setting))
    return { ...clause, gap: before.gap, tokens: [...before.tokens, ...clause.tokens] };
  if (!before || !isSubjectOf(reading, before, clause)) return clause;
  const start = before.lead === null ? 0 : before.tokens.findLastIndex(({ text }) => DETERMINER.test(text));
  const subject = start < 0 ? [] : before.tokens.slice(start);
  const [verb, ...rest] = clause.tokens;
  // Who it is done to says no more; what it is done to does: "their subscription should be canceled".
  const isThing =
    subject.some(({ stem: one }) => /^(?:strip|cio|new)$/.test(one)) ||
    subject.some(({ kind }) => kind === "name");
  const isPerson =
    subject.length > 6 || (!isThing && isForPerson([...subject.slice(0, 2), ...subject.slice(-1)]));
  return verb && !isPerson ? { ...clause, tokens: [verb, ...subject, ...rest] } : clause;
}

/** Where a clause may ask for a second thing that the grammar has not cut off: "… and shout in #fraud". */
export function secondsOf({ tokens }: Clause): number[] {
  return tokens.flatMap((token, at) => {
    if (at === 0 || !JOINERS.test(token.text)) return [];
    let next = at + 1;
    while (/^(?:then|also|please|just|directly|immediately)$/i.test(tokens[next]?.text ?? "")) next += 1;
    return asksAt(tokens, next) || PLACES.test(tokens[next]?.text ?? "") || tokens[next]?.kind === "channel"
      ? [next]
      : [];
  });
}
