import { log } from "~/server/log";
import { claimWork } from "./due";
import { workOnce } from "./work";

const TICK_MS = 500;
/** Operations under way at once in this process. */
const AT_ONCE = 3;

/** Does bulk work, little by little, until `stop`, which waits for the turns under way. */
export function startBulk(): { stop(): Promise<void> } {
  const underway = new Set<Promise<void>>();
  const report = (error: unknown) => log.warn({ err: error }, "bulk work could not be claimed or settled");
  let isClaiming = false;
  const tick = async () => {
    const free = AT_ONCE - underway.size;
    if (isClaiming || free <= 0) return;
    isClaiming = true;
    try {
      for (const work of await claimWork(free)) {
        const done = workOnce(work)
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
