import { WORD_GROUPS } from "~/server/connectors/word-groups";
import { stem } from "./stem";
import type { Token } from "./tokens";

/** One place of a phrase: any of its words, or a token of its kind (`$name`). */
interface Slot {
  words: ReadonlySet<string>;
  weight: number;
}

export interface Phrase<Of> {
  of: Of;
  slots: readonly Slot[];
  full: number;
}

export interface Match<Of> {
  of: Of;
  score: number;
  /** The tokens that made it, by their place in the list. */
  at: readonly number[];
}

const KINDS: Readonly<Partial<Record<Token["kind"], readonly string[]>>> = {
  name: ["$name"],
  quoted: ["$name"],
  money: ["$money"],
  percent: ["$percent"],
  assign: ["$assign"],
  url: ["$url"],
  channel: ["$channel"],
  address: ["$address"],
};

/** Words that say little about what is meant. */
const LIGHT = new Set(
  [
    "to",
    "in",
    "into",
    "of",
    "for",
    "from",
    "as",
    "it",
    "new",
    "by",
    "about",
    "at",
    "with",
    "before",
    "stripe",
    "cio",
    "up",
    "out",
    "has",
    "is",
  ].map(stem),
);

/** A phrase as the catalog declares it: places between spaces, `|` between words that fit, `@group` for many. */
export function phrase<Of>(of: Of, text: string): Phrase<Of> {
  const slots = text.trim().split(/\s+/).map(slotOf);
  return { of, slots, full: slots.reduce((sum, { weight }) => sum + weight, 0) };
}

function slotOf(text: string): Slot {
  const parts = text.split("|");
  const words = new Set(parts.flatMap(wordsOf));
  const isLight = parts.some((part) => part.startsWith("@")) || [...words].every((word) => LIGHT.has(word));
  return { words, weight: isLight ? 0.5 : 1 };
}

function wordsOf(part: string): string[] {
  if (part.startsWith("$")) return [part];
  if (part.startsWith("@")) return (WORD_GROUPS[part.slice(1)] ?? []).map(stem);
  return [stem(part)];
}

/** What a token can fill: its word, its kind. */
type Keys = readonly string[];

function keysOf({ kind, stem: word }: Token): Keys {
  const kinds = KINDS[kind] ?? [];
  return kind === "word" || kind === "name" ? [word, ...kinds] : kinds;
}

const fits = ({ words }: Slot, keys: Keys) => keys.some((key) => words.has(key));

/** How far apart the words of a phrase may stand. */
const SLACK = 5;

/** Where a phrase is found best: all its places filled, near each other, in any order; null when they are not. */
function find<Of>({ of, slots, full }: Phrase<Of>, tokens: readonly Keys[]): Match<Of> | null {
  const [first] = slots;
  if (!first || !slots.every((slot) => tokens.some((keys) => fits(slot, keys)))) return null;
  let best: Match<Of> | null = null;
  for (const [index, keys] of tokens.entries()) {
    const at = fits(first, keys) ? fill(slots, tokens, index) : null;
    const span = at ? Math.max(...at) - Math.min(...at) + 1 : 0;
    if (!at || span > slots.length + SLACK) continue;
    const loose = (span - slots.length) / (slots.length + SLACK);
    const inOrder = at.every((place, slot) => slot === 0 || place > (at[slot - 1] ?? 0));
    const score = full + 0.25 * (slots.length - 1) - 0.8 * loose - (inOrder ? 0 : 0.15);
    if (!best || score > best.score) best = { of, score, at };
  }
  return best;
}

/** Gives each place the nearest token that fits and is free. */
function fill(slots: readonly Slot[], tokens: readonly Keys[], from: number): number[] | null {
  const at = [from];
  for (const slot of slots.slice(1)) {
    const last = at.at(-1) ?? from;
    const isFree = (place: number) => {
      const keys = tokens[place];
      return keys !== undefined && !at.includes(place) && fits(slot, keys);
    };
    let nearest: number | undefined;
    for (let reach = 1; reach <= slots.length + SLACK && nearest === undefined; reach += 1)
      nearest = [last + reach, last - reach].find(isFree);
    if (nearest === undefined) return null;
    at.push(nearest);
  }
  return at;
}

/** Words that stand between others and mean nothing to a phrase. */
const FILLERS = new Set(
  "a an the is was are has have been be being also just of their our his its your my really very get got gets".split(
    " ",
  ),
);

/** The best match of each thing, the best first; places are those of the tokens given. */
export function matches<Of>(phrases: readonly Phrase<Of>[], tokens: readonly Token[]): Match<Of>[] {
  const kept = tokens.flatMap((token, place) =>
    isFiller(tokens, place) ? [] : [{ keys: keysOf(token), place }],
  );
  const keys = kept.map((one) => one.keys);
  const best = new Map<Of, Match<Of>>();
  for (const one of phrases) {
    const found = find(one, keys);
    const known = found && best.get(found.of);
    if (!found || (known && found.score <= known.score)) continue;
    best.set(found.of, { ...found, at: found.at.map((at) => kept[at]?.place ?? 0) });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** "gets" is one only before what happened to somebody: "gets paid". */
function isFiller(tokens: readonly Token[], place: number): boolean {
  const word = tokens[place]?.text.toLowerCase() ?? "";
  if (tokens[place]?.kind !== "word" || !FILLERS.has(word)) return false;
  return (
    !/^g[eo]ts?$/.test(word) ||
    /(ed|en|paid|sent|lost|won|past_due|unpaid)$/.test(tokens[place + 1]?.text.toLowerCase() ?? "")
  );
}
