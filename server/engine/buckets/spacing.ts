import { setTimeout as sleep } from "node:timers/promises";
import type { Quota } from "~/server/connectors/buckets";
import { everyMs, type Paced } from "./pacer";

/** When the next call of this process should go out, on `performance.now()`, by bucket. */
const nextAt = new Map<string, number>();
const MOST = 10_000;
/** Of the time from turn to turn: a little less, so that a process that fell behind catches up. */
const NEAREST = 0.97;
/** And so much earlier a call may go: timers are late, and that must not add up. */
const EARLY = 0.4;

/**
 * Keeps calls apart that a busy process would send at one moment although their turns were not: with both numbers no second
 * sees more than one call over the limit.
 */
export async function spaced({ connectionId }: Quota, limit: Paced): Promise<void> {
  const key = `${connectionId} ${limit.name}`;
  const every = everyMs(limit);
  for (;;) {
    const now = performance.now();
    const due = nextAt.get(key) ?? 0;
    const wait = due - every * EARLY - now;
    if (wait <= 0) {
      if (nextAt.size >= MOST) nextAt.clear();
      nextAt.set(key, Math.max(now, due) + every * NEAREST);
      return;
    }
    // Asked again afterwards: of those that wake at one moment, one goes.
    await sleep(wait);
  }
}
