/** How many letters may be wrong in a word of this length. */
const slack = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * How well a text answers what somebody typed: 1 when words begin as typed, less in their middle, less still with a
 * typo, and 0 when one of the words typed is nowhere in it.
 */
export function closeness(query: string, text: string): number {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return 0;
  const words = wordsOf(text);
  let sum = 0;
  for (const word of wanted) {
    const best = Math.max(0, ...words.map((candidate) => wordCloseness(word, candidate)));
    if (best === 0) return 0;
    sum += best;
  }
  // Of two that have all the words the shorter one is meant.
  return sum / wanted.length - Math.min(0.05, words.length / 1000);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function wordCloseness(typed: string, word: string): number {
  if (word.startsWith(typed)) return 1;
  if (word.includes(typed)) return 0.7;
  const allowed = slack(typed.length);
  if (allowed === 0) return 0;
  // Who types is often not at the end of the word yet.
  const lengths = [typed.length - 1, typed.length, typed.length + 1].filter(
    (length) => length <= word.length,
  );
  const wrong = Math.min(
    ...[...lengths, word.length].map((length) => distance(typed, word.slice(0, length), allowed)),
  );
  return wrong <= allowed ? 0.5 - wrong / 10 : 0;
}

/** Letters to add, drop, change or swap (Damerau and Levenshtein's), no further than `most` + 1. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}

/** The items that answer the query, best first, no more than `most`. */
export function closest<T>(
  items: readonly T[],
  query: string,
  textOf: (item: T) => string,
  most: number,
): T[] {
  return items
    .map((item) => ({ item, score: closeness(query, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}
