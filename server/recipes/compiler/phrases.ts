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

const KINDS: Readonly<Record<string, readonly Token["kind"][]>> = {
  $name: ["name", "quoted"],
  $money: ["money"],
  $percent: ["percent"],
  $assign: ["assign"],
  $url: ["url"],
  $channel: ["channel"],
  $address: ["address"],
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

function fits({ words }: Slot, token: Token): boolean {
  if (token.kind === "word" || token.kind === "name") {
    if (words.has(token.stem)) return true;
  }
  for (const [slot, kinds] of Object.entries(KINDS))
    if (words.has(slot) && kinds.includes(token.kind)) return true;
  return false;
}

/** How far apart the words of a phrase may stand. */
const SLACK = 5;

/** Where a phrase is found best: all its places filled, near each other, in any order; null when they are not. */
export function find<Of>({ of, slots, full }: Phrase<Of>, tokens: readonly Token[]): Match<Of> | null {
  let best: Match<Of> | null = null;
  const [first] = slots;
  if (!first) return null;
  for (const [index, token] of tokens.entries()) {
    if (!fits(first, token)) continue;
    const at = fill(slots, tokens, index);
    if (!at) continue;
    const span = Math.max(...at) - Math.min(...at) + 1;
    if (span > slots.length + SLACK) continue;
    const loose = (span - slots.length) / (slots.length + SLACK);
    const inOrder = at.every((place, slot) => slot === 0 || place > (at[slot - 1] ?? 0));
    const score = full + 0.25 * (slots.length - 1) - 0.4 * loose - (inOrder ? 0 : 0.3);
    if (!best || score > best.score) best = { of, score, at };
  }
  return best;
}

/** Gives each place the nearest token that fits and is free. */
function fill(slots: readonly Slot[], tokens: readonly Token[], from: number): number[] | null {
  const at = [from];
  for (const slot of slots.slice(1)) {
    const last = at.at(-1) ?? from;
    let nearest: number | null = null;
    for (let reach = 1; reach <= slots.length + SLACK && nearest === null; reach += 1)
      for (const place of [last + reach, last - reach]) {
        const token = tokens[place];
        if (token && !at.includes(place) && fits(slot, token)) {
          nearest = place;
          break;
        }
      }
    if (nearest === null) return null;
    at.push(nearest);
  }
  return at;
}

/** The best match of each thing, the best first. */
export function matches<Of>(phrases: readonly Phrase<Of>[], tokens: readonly Token[]): Match<Of>[] {
  const best = new Map<Of, Match<Of>>();
  for (const one of phrases) {
    const found = find(one, tokens);
    const known = found && best.get(found.of);
    if (found && (!known || found.score > known.score)) best.set(found.of, found);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
