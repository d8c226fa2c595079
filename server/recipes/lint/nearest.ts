/** The number of single-letter changes between two words. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const MAX_WORD = 80;

/** The candidate that was probably meant; undefined when none is near, that is at most so many letters off. */
export function nearest(
  word: string,
  candidates: readonly string[],
  most = Math.max(2, word.length / 3),
): string | undefined {
  if (word.length > MAX_WORD) return undefined;
  const ranked = candidates.map((candidate) => ({ candidate, off: distance(word, candidate) }));
  const [best] = ranked.sort((a, b) => a.off - b.off);
  return best && best.off <= most ? best.candidate : undefined;
}
