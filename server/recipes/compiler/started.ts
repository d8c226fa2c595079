import { EVENT_KIN } from "~/server/connectors/stripe/event-kin";
import { durationAt } from "./durations";
import type { Part } from "./intent";
import { STARTS_BY_EVENT, type Start } from "./lexicon";
import type { Match } from "./phrases";
import type { Reading } from "./reading";
import { rejoined } from "./rejoined";
import { type Begun, begin } from "./starts";

/** What starts it, as the sentence says it or as a person has chosen; null when nothing does. */
export function started(reading: Reading, isTimed: boolean): Begun | null {
  reading.clauses = rejoined(reading.clauses, reading.tokens);
  const begun = begin(reading.clauses);
  if (!begun) return null;
  const lead = begun.clause.lead ?? "";
  if (isTimed && !(begun.score > 2.6 && /^(when|whenever|after|upon|if|onc|on)$/.test(lead))) return null;
  const chosen = reading.choices[String(begun.tokens[Math.min(...begun.match.at)]?.start ?? 0)];
  const forced = chosen ? [begun.match, ...begun.others].find(({ of }) => idOf(of) === chosen) : undefined;
  const other = chosen && !forced ? STARTS_BY_EVENT.get(chosen) : undefined;
  const match: Match<Start> = forced ?? (other ? { ...begun.match, of: other } : begun.match);
  partOfStart(reading, { ...begun, match }, begun.match);
  const own = unpaid(reading, begun, match);
  // An event's own name says it all; what stands before describes it.
  if (begun.literal.length > 0) {
    const at = reading.clauses.indexOf(begun.clause);
    reading.clauses = reading.clauses.map((clause, index) =>
      index < at && !clause.isWish && clause.lead === null ? { ...clause, isRemark: true } : clause,
    );
  }
  const literal =
    begun.literal.length > 0 || chosen ? begun.literal : severalOf(own.of, reading.textOf(begun.clause));
  return { ...begun, match: own, literal };
}

const HAPPENINGS: readonly (readonly [happened: string, said: RegExp])[] = [
  ["created", /\b(?:creat\w*|new|add\w*|made)\b/i],
  ["updated", /\b(?:updat\w*|chang\w*|edit\w*|modif\w*)\b/i],
  ["deleted", /\b(?:delet\w*|remov\w*)\b/i],
];

/** "created or updated": both events of the one thing. */
function severalOf({ event = "", preset }: Start, text: string): string[] {
  const [, thing, happened] = /^(.+)\.(created|updated|deleted)$/.exec(event) ?? [];
  if (!thing || preset || !/\bor\b|\/|,|\band\b/i.test(text)) return [];
  const said = HAPPENINGS.filter(([, words]) => words.test(text)).map(([one]) => one);
  const types = said.map((one) => `${thing}.${one}`).filter((type) => STARTS_BY_EVENT.has(type));
  if (types.length < 2 || !said.includes(happened ?? "")) return [];
  return [event, ...types.filter((type) => type !== event)];
}

/** "not paid after 10 days" is no failure: it is looked at again so long after the invoice was sent out. */
function unpaid(reading: Reading, begun: Begun, match: Match<Start>): Match<Start> {
  const text = reading.textOf(begun.clause);
  const isLate =
    /\b(?:not|n['’]t|unpaid|still open)\b|n['’]t /i.test(text) &&
    /\binvoice|\bbill\b/i.test(text) &&
    /\b(?:paid|pay|unpaid|open)\b/i.test(text);
  const hasWait = begun.clause.tokens.some((_, at) => durationAt(begun.clause.tokens, at));
  const finalized = STARTS_BY_EVENT.get("invoice.finalized");
  return isLate &&
    hasWait &&
    finalized &&
    match.of.event?.startsWith("invoice.") &&
    !/fail|declin/i.test(text)
    ? { ...match, of: finalized }
    : match;
}

function partOfStart(reading: Reading, begun: Begun, first: Match<Start>) {
  const at = begun.match.at
    .map((place) => begun.tokens[place])
    .filter((token) => token !== undefined && begun.clause.tokens.includes(token));
  const own = at.length > 0 ? at : begun.clause.tokens;
  const near = [first, ...begun.others]
    .filter(({ of, score }) => idOf(of) !== idOf(begun.match.of) && score > first.score - 1.4 && score > 1)
    .slice(0, 4);
  const gap = first.score - (begun.others[0]?.score ?? 0);
  reading.add({
    start: Math.min(...own.map((token) => token?.start ?? 0)),
    end: Math.max(...own.map((token) => token?.end ?? 0)),
    kind: "trigger",
    became: begun.match.of.title,
    id: idOf(begun.match.of),
    confidence:
      begun.literal.length > 0 ? 1 : Math.max(0.4, Math.min(0.98, 0.6 + 0.2 * gap + 0.05 * first.score)),
    alternatives: startsBeside(
      begun.match.of,
      near.map(({ of }) => of),
    ),
  });
}

/** What else may be meant by a start: what the words nearly say, and events of the same fact. */
function startsBeside(start: Start, near: readonly Start[]): Part["alternatives"] {
  const kin = EVENT_KIN.find((types) => types.includes(start.event ?? "")) ?? [];
  const others = [...kin.flatMap((type) => STARTS_BY_EVENT.get(type) ?? []), ...near];
  const known = new Map(others.map((one) => [idOf(one), one.title]));
  known.delete(idOf(start));
  return [...known].slice(0, 4).map(([id, label]) => ({ id, label }));
}

const idOf = ({ trigger, event, preset }: Start) => (preset ? `preset:${preset.id}` : (event ?? trigger));
