import { log } from "~/server/log";
import { claimDue } from "./due";
import { tellFailures } from "./failures";
import { lookOnce } from "./look";

const TICK_MS = 1_000;
const FAILURES_MS = 3_000;
/** At first as far back as a worker may have been away, then only a little further than the last time. */
const BACK_MINUTES = { first: 24 * 60, later: 10 };
/** Looks under way at once in this process; a slow vendor holds up one of them, not all. */
const AT_ONCE = 8;

/** Looks for everybody whose trigger is due, until `stop`, which waits for the looks under way. */
export function startTicker(): { stop(): Promise<void> } {
  const underway = new Set<Promise<void>>();
  const report = (error: unknown) => log.warn({ err: error }, "looking for events failed");
  const begin = (work: Promise<void>) => {
    const done = work.catch(report).finally(() => underway.delete(done));
    underway.add(done);
  };
  let isClaiming = false;
  const tick = async () => {
    const free = AT_ONCE - underway.size;
    if (isClaiming || free <= 0) return;
    isClaiming = true;
    try {
      for (const due of await claimDue(free)) begin(lookOnce(due));
    } finally {
      isClaiming = false;
    }
  };
  let isTelling = false;
  let back = BACK_MINUTES.first;
  const tell = async () => {
    if (isTelling) return;
    isTelling = true;
    try {
      await tellFailures(back);
      back = BACK_MINUTES.later;
    } finally {
      isTelling = false;
    }
  };
  const timers = [
    setInterval(() => void tick().catch(report), TICK_MS),
    setInterval(() => void tell().catch(report), FAILURES_MS),
  ];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underway);
    },
  };
}
