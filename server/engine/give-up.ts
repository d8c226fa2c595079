import { pool } from "~/server/db";
import type { ErrorView } from "~/server/services/run/schemas";
import { finishRun } from "./journal";
import { OUTCOME_UNKNOWN } from "./remedy";

// What runs is a loop, or a send whose intent was written and whose outcome was not.
const SETTLE = `
UPDATE "StepRun" s SET "status" = 'outcome_unknown', "error" = $3::json, "finishedAt" = now()
FROM "Run" r
WHERE r."workspaceId" = $1 AND r."id" = $2 AND r."status" IN ('queued', 'running', 'waiting', 'held')
  AND s."workspaceId" = $1 AND s."runId" = $2 AND s."status" = 'running' AND s."kind" <> 'loop'
RETURNING s."path"`;

/** Ends a run that the engine cannot execute. While a send of it is open, nobody knows whether it reached somebody. */
export async function giveUpRun(workspaceId: string, runId: string, error: ErrorView): Promise<void> {
  const { rows } = await pool().query<{ path: string }>(SETTLE, [
    workspaceId,
    runId,
    JSON.stringify(OUTCOME_UNKNOWN),
  ]);
  const step = rows[0]?.path;
  if (step) await finishRun(workspaceId, runId, "outcome_unknown", { ...OUTCOME_UNKNOWN, step });
  else await finishRun(workspaceId, runId, "failed", error);
}
