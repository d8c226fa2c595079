import { pool } from "~/server/db";
import { type DurableSteps, Held, RetryLater, TimeIsUp } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import type { LoadedRun } from "~/server/engine/load-run";
import type { RunOutcome } from "~/server/engine/walk";
import { SENDING } from "./send";

/** An admission of a run, as the event says it. */
export interface Admission {
  workspaceId: string;
  runId: string;
  sending: string;
}

/** How far a run has come: to its end, to its next step, to a wait, or nowhere, because it is somebody else's by now. */
export type Slice =
  | { end: RunOutcome["status"]; message?: string }
  | { goOn: string }
  | { until: string }
  | { left: "held" | "elsewhere" };

/** What one call of Inngest's executes, milliseconds: far less than what hosts give a request, or a shutdown. */
const SLICE_MS = 5_000;

/** The journal remembers, as for the embedded engine. When time is up and something was done, another call goes on. */
function steps(until: number): (run: LoadedRun) => DurableSteps {
  return (run) => {
    const before = run.journalLength;
    return {
      ...embeddedSteps,
      step: async (id, fn) => {
        if (Date.now() > until && run.journalLength > before) throw new TimeIsUp(id);
        return fn();
      },
    };
  };
}

const FIND = `
SELECT r."status" IN ('queued', 'running') AND r."dispatchedAt" IS NOT NULL AND ${SENDING} = $3 AS "isOurs",
       CASE WHEN r."status" = 'waiting' THEN r."nextAttemptAt" END AS "until"
FROM "Run" r WHERE r."workspaceId" = $1 AND r."id" = $2`;

interface Standing {
  /** False once the run has given back the place that this admission gave it. */
  isOurs: boolean;
  until: Date | null;
}

async function standingOf({ workspaceId, runId, sending }: Admission): Promise<Standing | undefined> {
  const { rows } = await pool().query<Standing>({
    name: "find-admission",
    text: FIND,
    values: [workspaceId, runId, sending],
  });
  return rows[0];
}

/** Whether this admission is the run's latest, and it has neither ended nor given its place back. */
export async function isAdmitted(admission: Admission): Promise<boolean> {
  return (await standingOf(admission))?.isOurs ?? false;
}

/**
 * Executes an admitted run for a few seconds from where its journal stands. Executed again, after its answer was lost, it
 * goes on from there, or says once more that the run waits. Throws what is our own fault, for Inngest to try again.
 */
export async function executeSlice(admission: Admission, ms = SLICE_MS): Promise<Slice> {
  const standing = await standingOf(admission);
  if (standing?.until) return { until: standing.until.toISOString() };
  if (!standing?.isOurs) return { left: "elsewhere" };
  try {
    const outcome = await executeRun(steps(Date.now() + ms), admission.workspaceId, admission.runId);
    if (!outcome) return { left: "elsewhere" };
    return { end: outcome.status, ...(outcome.error ? { message: outcome.error.message } : {}) };
  } catch (error) {
    if (error instanceof TimeIsUp) return { goOn: error.at };
    if (error instanceof RetryLater) return { until: error.at.toISOString() };
    if (error instanceof Held) return { left: "held" };
    throw error;
  }
}
