import { pool } from "~/server/db";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import type { JournalEntry, LoadedRun } from "./load-run";

export interface StepRecord {
  path: string;
  position: number;
  kind: string;
  action?: string;
  status: JournalEntry["status"];
  effectKey?: string;
  input?: unknown;
  output?: unknown;
  error?: ErrorView;
  attempts?: AttemptView[];
  startedAt: Date;
}

const WRITE = `
INSERT INTO "StepRun" ("workspaceId", "runId", "path", "position", "kind", "action", "status", "effectKey", "input", "output", "error",
                       "attempts", "startedAt", "finishedAt")
VALUES ($1, $2, $3, $4, $5, $6, $7::"StepStatus", $8, $9::json, $10::json, $11::json, $12::json, $13, $14)
ON CONFLICT ("workspaceId", "runId", "path") DO UPDATE SET
  "status" = excluded."status", "input" = excluded."input", "output" = excluded."output", "error" = excluded."error",
  "attempts" = excluded."attempts", "finishedAt" = excluded."finishedAt"`;

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/** Writes a step's state: what the user reads, and what a re-executed run skips by. */
export async function recordStep(run: LoadedRun, step: StepRecord): Promise<void> {
  const open = step.status === "running" || step.status === "waiting";
  const attempts = step.attempts ?? [];
  await pool().query({
    name: "record-step",
    text: WRITE,
    values: [
      run.workspaceId,
      run.id,
      step.path,
      step.position,
      step.kind,
      step.action ?? null,
      step.status,
      step.effectKey ?? null,
      json(step.input),
      json(step.output),
      json(step.error),
      JSON.stringify(attempts),
      step.startedAt,
      open ? null : new Date(),
    ],
  });
  const { path, status, output, error = null, startedAt } = step;
  run.journal.set(path, { path, status, output, error, attempts, startedAt: startedAt.toISOString() });
}

export type RunEnd = "succeeded" | "filtered" | "failed" | "outcome_unknown" | "canceled";

const FINISH = `
WITH ended AS (
  UPDATE "Run" SET "status" = $3::"RunStatus", "finishedAt" = now(), "error" = $4::json, "nextAttemptAt" = NULL
  WHERE "workspaceId" = $1 AND "id" = $2 AND "status" IN ('queued', 'running', 'waiting')
  RETURNING "eventId"
)
UPDATE "Event" e SET "fate" = 'filtered'
FROM ended
WHERE $3 = 'filtered' AND e."workspaceId" = $1 AND e."id" = ended."eventId"
  AND NOT EXISTS (SELECT 1 FROM "Run" r WHERE r."workspaceId" = $1 AND r."eventId" = e."id" AND r."id" <> $2 AND r."status" <> 'filtered')`;

/** Records a run's end once; an event whose runs were all filtered becomes `filtered`. */
export async function finishRun(
  workspaceId: string,
  runId: string,
  status: RunEnd,
  error?: ErrorView,
): Promise<void> {
  await pool().query({ name: "finish-run", text: FINISH, values: [workspaceId, runId, status, json(error)] });
}

/** Shows the run as waiting until `at`. */
export async function parkRun(workspaceId: string, runId: string, at: Date): Promise<void> {
  await pool().query(
    `UPDATE "Run" SET "status" = 'waiting', "nextAttemptAt" = $3 WHERE "workspaceId" = $1 AND "id" = $2 AND "status" = 'running'`,
    [workspaceId, runId, at],
  );
}
