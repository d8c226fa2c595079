import { has, isForPerson, isForTeam } from "./audience";
import type { Clause } from "./clauses";
import type { Setting } from "./deed-scores";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** Behind these stands what shall be done, with or without a verb. */
const POINTS = /->|→|=>|⇒|:|\n|;|—|–|»/;
const ARROW = /->|→|=>|⇒/;
const SNAKE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;
const SEGMENT = /^(?:segment|list|audience|cohort)$/;
const THINGS =
  /^(?:invoices|subscriptions|subs|memberships|payments|charges|refunds|disputes|payouts|customers|prices|products|quotes|trials|balance|coupons)$/i;
const LEADING = /^(?:a|an|the|also|plus|then|and|just|new|event|[-–+•*])$/i;

const said = (token: Token | undefined) => token?.text.toLowerCase() ?? "";

/** What a clause says with the verb that goes without saying before it. */
export const withMeant = ({ tokens }: Clause, text: string) =>
  tokens[0] && tokens[0].start === tokens[0].end && !/\b(?:should|must|becomes?|turns?)\b/i.test(text)
    ? `${tokens[0].text} ${text}`
    : text;

/** A word that is meant though nobody wrote it; it takes no place in the sentence. */
const meant = (word: string, { start }: Token): Token => ({
  kind: "word",
  text: word,
  stem: stem(word),
  start,
  end: start,
});

/** "→ seats_added with …", "off the segment", "finance, …": with the verb that goes without saying. */
export function spelledOut(
  clause: Clause,
  next: Clause | undefined,
  setting: Setting,
  isTimed: boolean,
): Clause {
  const { lead, gap, isWish } = clause;
  if (isTimed && setting.last === null && (!isWish || isHomonym(clause.tokens)) && lead !== "otherwise")
    return listing(clause);
  const isPointed = POINTS.test(gap);
  if (
    isWish ||
    (lead !== null && lead !== "otherwise") ||
    !(isPointed || /^(?:,|and| |\(|\.|\?)$/.test(gap) || (gap === "" && next?.lead != null))
  )
    return clause;
  const from = clause.tokens.findIndex(({ text }) => !LEADING.test(text));
  const tokens = from < 0 ? [] : clause.tokens.slice(from);
  const [first] = tokens;
  const words = first
    ? verbFor(tokens, { isPointed, setting, isAsked: asksLater(next), isHeading: next?.gap === ":" })
    : null;
  if (!first || !words) return clause;
  return { ...clause, isWish: true, tokens: words };
}

/** A way of its own follows: then this is what has to be true for it. */
const asksLater = (next: Clause | undefined) => next !== undefined && ARROW.test(next.gap);

interface Place {
  isPointed: boolean;
  isAsked: boolean;
  isHeading: boolean;
  setting: Setting;
}

function verbFor(tokens: readonly Token[], place: Place): Token[] | null {
  const [first, second] = tokens;
  if (!first) return null;
  const { isPointed, isAsked, isHeading, setting } = place;
  const isAfterWish = setting.last !== null;
  const led = (verb: string, ...more: string[]) => [
    meant(verb, first),
    ...more.map((word) => meant(word, first)),
    ...tokens,
  ];
  const isOfEvent = has(tokens, /^(?:event|timelin)$/);
  if (isNamed(first) && !has(tokens, SEGMENT) && !isCompared(second) && (isPointed || !isAsked)) {
    if (has(tokens, /^(?:attribut|field|metadata|should|must|becom|becomes|turn)$/))
      return isPointed ? led("set") : null;
    return isPointed || isOfEvent || !isAfterWish ? led("track") : null;
  }
  if (first.kind === "word" && second?.stem === "event") return led("track");
  if (first.kind === "assign" && !isAsked)
    return isPointed || isForPerson(tokens) || has(tokens, /^(?:strip|metadata)$/) ? led("set") : null;
  if (/^(?:off|out)$/.test(said(first)) && isPlace(tokens))
    return has(tokens, SEGMENT) ? led("remove") : led("remove", "segment");
  if (/^(?:into|onto)$/.test(said(first)) && isPlace(tokens) && !isForTeam(tokens))
    return has(tokens, SEGMENT) ? led("add") : led("add", "segment");
  const isLonging = has(tokens, /^(?:trial|trialing)$/) && tokens.some(isSpan);
  if (isLonging && isPointed) return led("extend");
  if (tokens.some(({ kind }) => kind === "money") && has(tokens, /^credit$/)) return led("give");
  const team = isPointed && !isAsked && !isHeading ? teamAt(first, tokens) : null;
  if (team) return [meant("notify", first), meant(team, first), ...tokens];
  return null;
}

/** "daily: draft invoices, finalize each": at set times, things that are only named are listed. */
function listing(clause: Clause): Clause {
  const from = clause.tokens.findIndex(({ kind, text }) => kind !== "symbol" && !/^[-–]$/.test(text));
  const tokens = from < 0 ? [] : clause.tokens.slice(from);
  const [first] = tokens;
  const isNamed = first && tokens.some(({ text }) => THINGS.test(text)) && !isForTeam(tokens);
  return isNamed ? { ...clause, isWish: true, tokens: [meant("list", first), ...tokens] } : clause;
}

/** "draft invoices", "open invoices": how they are, not what to do. */
const isHomonym = ([first, second, third]: readonly Token[]) =>
  /^(?:draft|open|void|hold|paid)$/i.test(first?.text ?? "") && THINGS.test(second?.text ?? "") && !third;

/** "amount_paid > 1000" is asked, not told. */
const isCompared = (token: Token | undefined) => /^(?:[<>≥≤≠=]|>=|<=|!=)$/.test(token?.text ?? "");

const isNamed = ({ kind, text }: Token) =>
  (kind === "name" || kind === "quoted") && SNAKE.test(text) && !/^(?:price|cus|sub|in|pi|ch)_/.test(text);

/** "7d", "14 days", "2 weeks". */
const isSpan = ({ text, kind }: Token) =>
  (kind === "number" && /^\d+\s*[dhw]$/i.test(text)) || /^(?:days?|weeks?|months?)$/i.test(text);

/** "off the Dunning segment", "out of “Paused”", "into Customers": where people stand, by its name. */
const isPlace = (tokens: readonly Token[]) =>
  has(tokens, SEGMENT) ||
  tokens.slice(1, 4).some(({ kind, text }) => kind === "quoted" || /^[A-Z]/.test(text));

/** "billing-ops, …", "risk team: …", "finance": the department that stands first. */
function teamAt(first: Token, tokens: readonly Token[]): string | null {
  if (first.kind !== "word") return null;
  const parts = said(first).split("-");
  const found = parts.find((part) => isForTeam([{ ...first, text: part, stem: stem(part) }]));
  return found && (parts.length > 1 || isForTeam(tokens.slice(0, 1))) ? found : null;
}
