/** How a number stands to the one before it: "up 12 %", "down 3 %", "as before"; null when there was none. */
export function comparedText(now: number, before: number): string | null {
  if (before === 0) return now === 0 ? null : "none before";
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return "as before";
  if (percent > 999) return "up more than tenfold";
  return percent > 0 ? `up ${percent} %` : `down ${-percent} %`;
}

/** Succeeded of all that ended, in percent with one digit; null when none has ended. */
export function successRate({ succeeded, failed }: { succeeded: number; failed: number }): number | null {
  const ended = succeeded + failed;
  return ended === 0 ? null : Math.round((succeeded / ended) * 1000) / 10;
}

/** Of two rates, in percentage points. */
export function pointsText(now: number | null, before: number | null): string | null {
  if (now === null || before === null) return null;
  const points = Math.round((now - before) * 10) / 10;
  if (points === 0) return "as before";
  return points > 0 ? `up ${points} points` : `down ${-points} points`;
}
