import { NonRetriableError } from "inngest";
import { z } from "zod";
import { admitRuns } from "~/server/engine/admission";
import { giveUpRun } from "~/server/engine/give-up";
import { POLICY } from "~/server/engine/limits";
import { GIVEN_UP } from "~/server/engine/remedy";
import { inngest, RUN_CANCELED, RUN_REQUESTED } from "./client";
import { executeSlice, isAdmitted } from "./slice";

const Data = z.object({ workspaceId: z.uuid(), runId: z.uuid(), sending: z.string() });

/** Clocks differ: a run whose time has not quite come by the database's would wait for the next look. */
const ALARM_LATE_MS = 1_000;
/** Inngest's smallest plan sleeps for seven days at most; admission's regular look wakes what waits longer. */
const LONGEST_ALARM_MS = 6 * 86_400_000;

/**
 * One admission of a run. It executes in slices, each an Inngest step: the journal is the memo, so a run of any length costs
 * a call every few seconds and not one a step, loops have their concurrency, and every retry (Inngest's of a slice, or the
 * policy's of a recipe's step) repeats only what has not ended. A run that waits gives its place back and sets an alarm;
 * then it is admitted again, as whatever else waits, by limits, lanes, pauses and priority.
 */
export const runRecipeFunction = inngest.createFunction(
  {
    id: "run-recipe",
    triggers: [{ event: RUN_REQUESTED }],
    // For our own faults; the number itself is a type.
    retries: (POLICY.engineAttempts - 1) as 7,
    // An admission executes once, however often it is sent.
    idempotency: "event.data.sending",
    cancelOn: [
      {
        event: RUN_CANCELED,
        if: "async.data.runId == event.data.runId && async.data.workspaceId == event.data.workspaceId",
      },
    ],
    concurrency: { key: "event.data.workspaceId", limit: POLICY.workspaceConcurrency },
    throttle: {
      key: "event.data.workspaceId",
      limit: POLICY.workspaceRunsPerSecond,
      period: "1s",
      burst: POLICY.workspaceConcurrency,
    },
    // Seconds that a run overtakes others by; the expression has to yield an integer, which numbers in events are not.
    priority: { run: "event.data.priority < 0 ? 600 : (event.data.priority > 0 ? -600 : 0)" },
    onFailure: async ({ event }) => {
      const data = Data.parse(event.data.event.data);
      // What waits, or was admitted anew, has not failed.
      if (await isAdmitted(data)) await giveUpRun(data.workspaceId, data.runId, GIVEN_UP);
    },
  },
  async ({ event, step }) => {
    const data = Data.parse(event.data);
    for (let name = "execute"; ; ) {
      const slice = await step.run(name, () => executeSlice(data));
      if ("goOn" in slice) {
        name = `go on at ${slice.goOn}`;
        continue;
      }
      if ("until" in slice) return wait(step, data.workspaceId, slice.until);
      // The run's own record says why; this makes the failure visible in Inngest as well.
      if ("end" in slice && slice.end === "failed")
        throw new NonRetriableError(slice.message ?? "The run failed.");
      return slice;
    }
  },
);

interface Sleeper {
  run(id: string, fn: () => Promise<void>): Promise<unknown>;
  sleepUntil(id: string, date: Date): Promise<void>;
}

async function wait(step: Sleeper, workspaceId: string, until: string) {
  const at = Date.parse(until);
  // Asked anew in every call, so it may only depend on what is remembered and on the passing of time.
  if (at - Date.now() > LONGEST_ALARM_MS) return { waits: until };
  await step.sleepUntil("wait", new Date(at + ALARM_LATE_MS));
  await step.run("ask for a place", () => admitRuns(workspaceId));
  return { waited: until };
}
