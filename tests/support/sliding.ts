/** The most moments that lie within any span of so many milliseconds. */
export function mostWithin(moments: readonly number[], ms: number): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let from = 0;
  let most = 0;
  sorted.forEach((moment, index) => {
    while ((sorted[from] ?? 0) <= moment - ms) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
