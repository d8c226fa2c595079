import { log } from "~/server/log";
import { claimAccounts, makeAllDue, noteAccounts } from "./claim";
import { compareAccount } from "./compare";

const TICK_MS = 2_000;
/** Every so many ticks also for accounts that a recipe listens to since a little while. */
const NOTE_EVERY = 15;
/** Accounts being compared at once in this process; a slow one holds up none of the others. */
const AT_ONCE = 4;

/** Compares every account with live recipes every few minutes and at once, until `stop`, which waits for those under way. */
export function startHealing(): { stop(): Promise<void> } {
  const underway = new Set<Promise<unknown>>();
  const report = (error: unknown) => log.warn({ err: error }, "comparing events with Stripe's list failed");
  let ticks = 0;
  let isClaiming = false;
  const tick = async () => {
    if (isClaiming || underway.size >= AT_ONCE) return;
    isClaiming = true;
    try {
      if (ticks === 0) await makeAllDue();
      if (ticks++ % NOTE_EVERY === 0) await noteAccounts();
      for (const due of await claimAccounts(AT_ONCE - underway.size)) {
        const done = compareAccount(due)
          .catch(report)
          .finally(() => underway.delete(done));
        underway.add(done);
      }
    } finally {
      isClaiming = false;
    }
  };
  const timer = setInterval(() => void tick().catch(report), TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underway);
    },
  };
}
