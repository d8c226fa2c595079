import { NonRetriableError, RetryAfterError } from "inngest";
import { z } from "zod";
import { type DurableSteps, Held, RetryLater, type WaitingFor } from "~/server/engine/durable";
import { executeRun } from "~/server/engine/execute-run";
import { giveUpRun } from "~/server/engine/give-up";
import { showWaiting } from "~/server/engine/journal";
import { POLICY } from "~/server/engine/limits";
import { inngest, RUN_REQUESTED } from "./client";
import { sweepUnsent } from "./send";

const Data = z.object({ workspaceId: z.uuid(), runId: z.uuid() });

/** Shows in the run's row until when it waits, and for what. */
type Park = (until: Date, waitingFor: WaitingFor) => Promise<void>;

interface InngestStep {
  run(id: string, fn: () => Promise<unknown>): Promise<unknown>;
  sleepUntil(id: string, date: Date): Promise<void>;
}

interface Waiting {
  waitUntil: string;
  waitingFor: WaitingFor;
}

interface OnHold {
  heldFor: WaitingFor;
}

/**
 * Inngest's steps as the seam wants them. A transient failure is Inngest's to retry; a rate limit, which must cost no
 * attempt, becomes a sleep and a fresh step. A run that is held ends here; it is sent again when it is released.
 */
function inngestSteps(step: InngestStep, park: Park): DurableSteps {
  return {
    step: async <T>(id: string, fn: () => Promise<T>) => {
      for (let waits = 0; ; waits += 1) {
        const name = waits === 0 ? id : `${id} (${waits + 1})`;
        const made = (await step.run(name, () => retriable(fn, park))) as { result: T } | Waiting | OnHold;
        if ("heldFor" in made) throw new Held(made.heldFor);
        if (!("waitUntil" in made)) return made.result;
        const until = new Date(made.waitUntil);
        if (until > new Date()) await park(until, made.waitingFor);
        await step.sleepUntil(`${name} waits`, until);
      }
    },
    sleepUntil: async (id, date) => {
      if (date > new Date()) await park(date, { what: "delay" });
      await step.sleepUntil(id, date);
    },
    // Steps side by side would each be a request of their own, and the run would begin anew for every one.
    atOnce: 1,
  };
}

/** What Inngest remembers goes through JSON, as the journal's outputs do. */
async function retriable<T>(fn: () => Promise<T>, park: Park): Promise<{ result: T } | Waiting | OnHold> {
  try {
    return { result: await fn() };
  } catch (error) {
    if (error instanceof Held) return { heldFor: error.waitingFor };
    if (!(error instanceof RetryLater)) throw error;
    const { at, waitingFor } = error;
    if (!error.costsAttempt) return { waitUntil: at.toISOString(), waitingFor };
    await park(at, waitingFor);
    throw new RetryAfterError(error.message, error.at, { cause: error });
  }
}

/** Executes a run with step-level retries; the same recipe body as the embedded engine's. */
export const runRecipeFunction = inngest.createFunction(
  {
    id: "run-recipe",
    triggers: [{ event: RUN_REQUESTED }],
    retries: 20,
    // The same run may be sent anew when it was held; each sending starts it once.
    idempotency: "event.data.sending",
    concurrency: { key: "event.data.workspaceId", limit: POLICY.workspaceConcurrency },
    throttle: { key: "event.data.workspaceId", limit: POLICY.workspaceRunsPerSecond, period: "1s" },
    onFailure: async ({ event, error }) => {
      const { workspaceId, runId } = Data.parse(event.data.event.data);
      await giveUpRun(workspaceId, runId, { code: "engine", message: error.message });
    },
  },
  async ({ event, step }) => {
    const { workspaceId, runId } = Data.parse(event.data);
    const steps = inngestSteps(step as unknown as InngestStep, (at, waitingFor) =>
      showWaiting(workspaceId, runId, waitingFor, at),
    );
    const outcome = await executeRun(steps, workspaceId, runId).catch((error: unknown) => {
      if (error instanceof Held) return { status: "held" as const, error: undefined };
      throw error;
    });
    // The run's own record says why; this makes the failure visible in Inngest as well.
    if (outcome?.status === "failed")
      throw new NonRetriableError(outcome.error?.message ?? "The run failed.");
    return outcome;
  },
);

/** Sends runs that were committed but never handed over. */
export const sweepFunction = inngest.createFunction(
  { id: "sweep-unsent-runs", triggers: [{ cron: "* * * * *" }] },
  async () => ({ sent: await sweepUnsent() }),
);

export const functions = [runRecipeFunction, sweepFunction];
