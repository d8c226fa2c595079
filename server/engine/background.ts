import { env } from "~/server/env";
import { log } from "~/server/log";
import { recheckHeld } from "~/server/services/connection/recheck-held";
import { admitDue } from "./admission";
import { workDue } from "./bulk/work-due";
import { sweepLostRuns } from "./embedded/sweep";
import { noteAccounts } from "./healing/claim";
import { compareDue } from "./healing/compare-due";
import { sweepUnsent } from "./inngest/sweep";
import { tellDue } from "./notifications/notifier";
import { forgetSeenKeys } from "./steps/dedupe";
import { tellNewFailures } from "./triggers/failures";
import { lookAtDue } from "./triggers/look-at-due";
import { upkeep } from "./upkeep";

/**
 * Work that nobody's request starts. It claims what it does, so that several workers, and Inngest beside them, may be at it
 * at once; it does all that is due, then ends.
 */
export interface BackgroundJob {
  /** Also the id of its function at Inngest. */
  name: string;
  /** Milliseconds between two runs in a worker. Inngest runs it once a minute at most. */
  every: number;
  run(): Promise<unknown>;
  /** True for work that may be begun again while a slow part of it is still under way. */
  overlaps?: true;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What moves runs: an engine does not work without. */
export const ENGINE_JOBS: readonly BackgroundJob[] = [
  { name: "admission", every: 250, run: admitDue },
  env.ENGINE === "inngest"
    ? { name: "sweep", every: 10 * SECOND, run: sweepUnsent }
    : { name: "sweep", every: MINUTE, run: sweepLostRuns },
];

/** All there is to do, whichever engine. A new kind of background work is one entry here. */
export const BACKGROUND_JOBS: readonly BackgroundJob[] = [
  ...ENGINE_JOBS,
  { name: "schedule", every: SECOND, run: lookAtDue, overlaps: true },
  { name: "failures", every: 3 * SECOND, run: tellNewFailures },
  { name: "bulk", every: SECOND / 2, run: workDue, overlaps: true },
  { name: "accounts", every: SECOND * 30, run: noteAccounts },
  { name: "healing", every: SECOND * 2, run: compareDue, overlaps: true },
  { name: "notifications", every: SECOND * 3, run: tellDue, overlaps: true },
  { name: "held-connections", every: MINUTE, run: recheckHeld },
  { name: "upkeep", every: MINUTE, run: upkeep },
  { name: "seen-keys", every: 60 * MINUTE, run: forgetSeenKeys },
];

/** Runs each job again and again in this process, until `stop`, which waits for what is under way. */
export function startBackground(jobs: readonly BackgroundJob[]): { stop(): Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  const timers = jobs.map(({ name, every, run, overlaps = false }) => {
    let isRunning = false;
    const begin = () => {
      if (isRunning && !overlaps) return;
      isRunning = true;
      const done = run()
        .catch((error: unknown) => log.warn({ err: error, job: name }, "a background job failed"))
        .finally(() => {
          isRunning = false;
          underWay.delete(done);
        });
      underWay.add(done);
    };
    begin();
    return setInterval(begin, every);
  });
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}
