import { BACKGROUND_JOBS, type BackgroundJob } from "~/server/engine/background";
import { inngest } from "./client";
import { runRecipeFunction } from "./run-function";

const MINUTE = 60_000;

/** Inngest's finest grain is a minute. */
function cronOf(every: number): string {
  const minutes = Math.max(1, Math.round(every / MINUTE));
  if (minutes < 60) return minutes === 1 ? "* * * * *" : `*/${minutes} * * * *`;
  return minutes < 24 * 60 ? `0 */${Math.round(minutes / 60)} * * *` : "0 3 * * *";
}

/**
 * What a worker of ours does in the background, for installs that run none. Beside a worker it finds little to do: jobs
 * claim what they do. What the last minute could not do, the next does, so nothing is tried again or piles up.
 */
function backgroundFunction({ name, every, run }: BackgroundJob) {
  return inngest.createFunction(
    {
      id: name,
      triggers: [{ cron: cronOf(every) }],
      retries: 0,
      concurrency: 1,
      timeouts: { start: "1m" },
    },
    async () => {
      await run();
    },
  );
}

// Events need no function: ingest matches them and makes their runs in the transaction that stores them.
export const functions = [runRecipeFunction, ...BACKGROUND_JOBS.map(backgroundFunction)];
