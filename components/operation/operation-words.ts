import { formatCount } from "~/components/run/run-words";
import type { OperationView } from "~/server/services/bulk/schemas";

/** "120 of 350 done · 2 skipped · about 3 min left" */
export function progressText({ total, done, skipped, left, secondsLeft, status }: OperationView): string {
  const parts = [`${formatCount(done)} of ${formatCount(total)} done`];
  if (skipped > 0) parts.push(`${formatCount(skipped)} skipped`);
  if (status === "running" && left > 0)
    parts.push(secondsLeft === null ? "working out how long" : timeText(secondsLeft));
  if (status === "paused") parts.push(`${formatCount(left)} left`);
  return parts.join(" · ");
}

function timeText(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} min left` : `about ${Math.round(minutes / 60)} h left`;
}

/** How much of it is over, in percent. */
export function percentOf({ total, done, skipped }: OperationView): number {
  return total === 0 ? 100 : Math.min(100, Math.floor(((done + skipped) / total) * 100));
}
