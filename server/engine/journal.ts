import { pool } from "~/server/db";
import type { Retry } from "~/server/recipes/retry";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import { admitSoon } from "./admission";
import { RunElsewhere, type WaitingFor } from "./durable";
import type { JournalEntry, LoadedRun } from "./load-run";

/** A step under way: all that is known before its outcome. */
export interface OpenStep {
  path: string;
  position: number;
  kind: string;
  action: string | null;
  effectKey: string;
  input?: unknown;
  attempts: AttemptView[];
  startedAt: Date;
  /** How the step wants to be tried again; not written. */
  retry?: Retry | undefined;
}

export interface StepRecord extends Omit<OpenStep, "action" | "effectKey" | "attempts" | "retry"> {
  action?: string | null;
  effectKey?: string;
  attempts?: AttemptView[];
  status: JournalEntry["status"];
  output?: unknown;
  error?: ErrorView;
  /** The earlier run of the lineage whose outcome it is. */
  reusedFrom?: string;
}

export type StepOutcome =
  | { status: "succeeded"; output: unknown }
  /** It was passed over, because it lacked a value. */
  | { status: "skipped" }
  | { status: "failed" | "outcome_unknown"; error: ErrorView };

// A compare-and-set: what has ended stays as it ended, whoever else still believes to be executing this run.
const write = (replaceable: string) => `
INSERT INTO "StepRun" ("workspaceId", "runId", "path", "position", "kind", "action", "status", "effectKey", "input", "output", "error",
                       "attempts", "startedAt", "finishedAt", "reusedFrom")
VALUES ($1, $2, $3, $4, $5, $6, $7::"StepStatus", $8, $9::json, $10::json, $11::json, $12::json, $13, $14, $15)
ON CONFLICT ("workspaceId", "runId", "path") DO UPDATE SET
  "status" = excluded."status", "input" = coalesce(excluded."input", "StepRun"."input"), "output" = excluded."output",
  "error" = excluded."error", "attempts" = excluded."attempts", "finishedAt" = excluded."finishedAt"
WHERE "StepRun"."status" IN (${replaceable})`;

const RECORD = { name: "record-step", text: write("'running', 'waiting'") };
const CLAIM = { name: "claim-step", text: write("'waiting'") };

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

async function put(statement: typeof RECORD, run: LoadedRun, step: StepRecord): Promise<void> {
  const isOpen = step.status === "running" || step.status === "waiting";
  const { path, status, output, error = null, attempts = [], startedAt } = step;
  const [inputText, outputText, attemptsText] = [json(step.input), json(output), JSON.stringify(attempts)];
  const { rowCount } = await pool().query({
    ...statement,
    values: [
      run.workspaceId,
      run.id,
      path,
      step.position,
      step.kind,
      step.action ?? null,
      status,
      step.effectKey ?? null,
      inputText,
      outputText,
      json(step.error),
      attemptsText,
      startedAt,
      isOpen ? null : new Date(),
      step.reusedFrom ?? null,
    ],
  });
  if (rowCount === 0) throw new RunElsewhere(`Step ${path} of run ${run.id} has moved on elsewhere.`);
  run.journalLength += (inputText?.length ?? 0) + (outputText?.length ?? 0) + attemptsText.length;
  const { effectKey = null } = step;
  run.journal.set(path, {
    path,
    status,
    output,
    error,
    attempts,
    startedAt: startedAt.toISOString(),
    effectKey,
  });
}

/** Writes a step's state: what the user reads, and what a re-executed run skips by. Throws `RunElsewhere` when it had ended. */
export async function recordStep(run: LoadedRun, step: StepRecord): Promise<void> {
  await put(RECORD, run, step);
}

/** Writes the intent of a send, which only one execution of a run can do; every other gets `RunElsewhere`. */
export async function claimStep(run: LoadedRun, step: OpenStep): Promise<void> {
  await put(CLAIM, run, { ...step, status: "running" });
}

/** Records how a step ended and says it as the recipe needs it. */
export async function settleStep(
  run: LoadedRun,
  step: StepRecord & { status: StepOutcome["status"] },
): Promise<StepOutcome> {
  await recordStep(run, step);
  const { status, output, error = UNEXPLAINED } = step;
  if (status === "skipped") return { status };
  return status === "succeeded" ? { status, output } : { status, error };
}

const UNEXPLAINED: ErrorView = { code: "failed", message: "The step failed." };

/** How a calling step ended, null while it has not. */
export function outcomeOf({ status, output, error }: JournalEntry): StepOutcome | null {
  if (status === "succeeded") return { status, output };
  if (status === "skipped") return { status };
  if (status === "failed" || status === "outcome_unknown") return { status, error: error ?? UNEXPLAINED };
  return null;
}

export type RunEnd = "succeeded" | "filtered" | "failed" | "outcome_unknown" | "canceled";

/** Whether others wait for the place that a statement gives back. */
const BACKLOG = `(
  EXISTS (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "dispatchedAt" IS NULL AND "status" = 'queued')
  OR EXISTS (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "dispatchedAt" IS NULL AND "status" = 'waiting' AND "nextAttemptAt" <= now())
) AS backlog`;

const FINISH = `
WITH ended AS (
  UPDATE "Run" SET "status" = $3::"RunStatus", "finishedAt" = now(), "error" = $4::json, "nextAttemptAt" = NULL, "waitingFor" = NULL, "waitingOn" = NULL,
    "failureKey" = CASE WHEN $6::text IS NOT NULL AND "mode" = 'live' THEN md5("recipeId"::text || $6) END
  WHERE "workspaceId" = $1 AND "id" = $2 AND "status" = ANY ($7::"RunStatus"[])
  RETURNING "eventId", "mode"
), left_over AS (
  UPDATE "StepRun" s SET "status" = 'skipped', "finishedAt" = now(), "output" = NULL, "error" = $5::json
  FROM ended
  WHERE s."workspaceId" = $1 AND s."runId" = $2 AND (s."status" = 'waiting' OR (s."status" = 'running' AND s."kind" = 'loop'))
), told AS (
  UPDATE "Event" e SET "fate" = 'filtered'
  FROM ended
  WHERE $3 = 'filtered' AND e."fate" = 'ran' AND e."workspaceId" = $1 AND e."id" = ended."eventId"
    AND NOT EXISTS (SELECT 1 FROM "Run" r WHERE r."workspaceId" = $1 AND r."eventId" = e."id" AND r."id" <> $2 AND r."status" <> 'filtered'
                      AND (r."mode" = 'live' OR ended."mode" <> 'live'))
)
SELECT ${BACKLOG}, EXISTS (SELECT 1 FROM ended) AS ended`;

/** Where a run can be before its end. */
const OPEN = ["queued", "running", "waiting", "held"] as const;

const LEFT_OVER: ErrorView = { code: "run_ended", message: "The run ended before this step did." };

/**
 * Records a run's end once, and of steps that still waited that they wait no longer; an event whose runs were all filtered becomes
 * `filtered`. Where live runs are, only they count. False when it is in none of the states of `from`.
 */
export async function finishRun(
  workspaceId: string,
  runId: string,
  status: RunEnd,
  error?: ErrorView,
  from: readonly (typeof OPEN)[number][] = OPEN,
): Promise<boolean> {
  const { rows } = await pool().query<{ backlog: boolean; ended: boolean }>({
    name: "finish-run",
    text: FINISH,
    values: [workspaceId, runId, status, json(error), json(LEFT_OVER), causeOf(status, error), from],
  });
  if (rows[0]?.backlog) admitSoon(workspaceId);
  return rows[0]?.ended ?? false;
}

/** What failures with one cause have in common: the place, whichever item of a loop, and what was answered there. */
function causeOf(status: RunEnd, error: ErrorView | undefined): string | null {
  if (status !== "failed" && status !== "outcome_unknown") return null;
  const { step = "", code = "", status: answer = "" } = error ?? {};
  return [step.replaceAll(/\[\d+\]/g, ""), code, answer].join("\n");
}

const PARK = `
WITH parked AS (
  UPDATE "Run" SET "status" = $3::"RunStatus", "nextAttemptAt" = $4, "waitingFor" = $5, "waitingOn" = $6, "dispatchedAt" = NULL
  WHERE "workspaceId" = $1 AND "id" = $2 AND "status" = 'running'
)
SELECT ${BACKLOG}`;

/** The run waits until `at`, or, without it, is held until it is released. It gives its place back. */
export async function parkRun(
  workspaceId: string,
  runId: string,
  { what, on }: WaitingFor,
  at: Date | null,
): Promise<void> {
  const { rows } = await pool().query<{ backlog: boolean }>({
    name: "park-run",
    text: PARK,
    values: [workspaceId, runId, at ? "waiting" : "held", at, what, on ?? null],
  });
  if (rows[0]?.backlog) admitSoon(workspaceId);
}

/** A run that was held for a connection in the moment in which others were released goes on with them. */
export async function releaseIfConnected(workspaceId: string, runId: string, on: string): Promise<void> {
  const { rowCount } = await pool().query(
    `UPDATE "Run" SET "status" = 'queued', "waitingFor" = NULL, "waitingOn" = NULL
     WHERE "workspaceId" = $1 AND "id" = $2 AND "status" = 'held' AND "waitingFor" = 'connection' AND NOT EXISTS (
       SELECT 1 FROM "Connection" WHERE "workspaceId" = $1 AND "id" = $3 AND "heldSince" IS NOT NULL AND "deletedAt" IS NULL)`,
    [workspaceId, runId, on],
  );
  if (rowCount) admitSoon(workspaceId);
}

/** Whether the run has given its place back: it waits, is held, or has ended. */
export async function isParked(workspaceId: string, runId: string): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "id" = $2 AND "dispatchedAt" IS NOT NULL AND "status" IN ('queued', 'running')`,
    [workspaceId, runId],
  );
  return rowCount === 0;
}
