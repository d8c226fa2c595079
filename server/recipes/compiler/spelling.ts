import { FOLD_WORDS } from "./folds";
import { GRAMMAR_WORDS } from "./grammar";
import { KNOWN_WORDS } from "./lexicon";
import { stem } from "./stem";
import type { Token } from "./tokens";

const grammar = new Set([...[...GRAMMAR_WORDS].map(stem), ...FOLD_WORDS]);
const isKnown = (word: string) => KNOWN_WORDS.has(word) || grammar.has(word);

const byFirst = new Map<string, string[]>();
for (const word of new Set([...KNOWN_WORDS, ...grammar])) {
  if (word.length < 4) continue;
  byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);
}

/** Each unknown word as the nearest known one, when it is only a slip away. Words in quotes stay as they are. */
export function correct(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => (token.kind === "word" ? { ...token, stem: nearest(token.stem) } : token));
}

function nearest(word: string): string {
  if (word.length < 4 || word.length > 20 || isKnown(word) || COMMON.has(word)) return word;
  const slips = word.length < 8 ? 1 : 2;
  let best: string | null = null;
  let least = slips + 1;
  for (const known of byFirst.get(word.charAt(0)) ?? []) {
    if (Math.abs(known.length - word.length) >= least) continue;
    const far = distance(word, known, least);
    if (far < least) [best, least] = [known, far];
  }
  return best ?? word;
}

/** Right words that look like others. */
const COMMON: ReadonlySet<string> = new Set(
  "that this then than they them there their these those with when what where which while want wait would will were well week have having here head hear heard hard her date data day days does done down some same sale safe said sake plain place play please part past park party care card cars cart case cash love live like line link lint list last late later least less long look loud more most much must very even ever over also only once onto open order other our out own once whatever however whichever wherever whoever sort mess handle"
    .split(" ")
    .map(stem),
);

/** Edits between two words, a swap of neighbours counting as one; `least` when there are at least that many. */
export function distance(a: string, b: string, least = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    if (Math.min(...row) >= least) return least;
    [before, last] = [last, row];
  }
  return last[b.length] ?? least;
}
