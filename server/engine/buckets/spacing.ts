import { setTimeout as sleep } from "node:timers/promises";
import type { Quota } from "~/server/connectors/buckets";
import { everyMs, type Paced } from "./pacer";

/** When the last call of this process may have gone out, on `performance.now()`, by bucket. */
const lastAt = new Map<string, number>();
const MOST = 10_000;
/** Of the time from turn to turn: a little less, so that a process that fell behind catches up, and no second notices. */
const NEAREST = 0.97;

/** Keeps calls apart that a busy process would send at one moment although their turns were not. */
export async function spaced({ connectionId }: Quota, limit: Paced): Promise<void> {
  const key = `${connectionId} ${limit.name}`;
  const now = performance.now();
  const at = Math.max(now, (lastAt.get(key) ?? 0) + everyMs(limit) * NEAREST);
  if (lastAt.size >= MOST) lastAt.clear();
  lastAt.set(key, at);
  if (at > now) await sleep(at - now);
}
