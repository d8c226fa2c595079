import { pool } from "~/server/db";
import { finishRun } from "~/server/engine/journal";
import { GIVEN_UP } from "~/server/engine/remedy";
import { sendRuns } from "./send";

/** Longer than any step takes, and than Inngest waits between the tries of an execution. */
const LOST_AFTER_MINUTES = 30;

// What nothing has come of for so long was lost at Inngest. It gets a new admission, because each is heard of once.
const READMIT = `
UPDATE "Run" r SET "status" = 'queued', "dispatchedAt" = now()
WHERE r."status" = 'running' AND r."mode" <> 'test' AND r."dispatchedAt" < now() - $1 * interval '1 minute'
  AND NOT EXISTS (SELECT 1 FROM "StepRun" s WHERE s."workspaceId" = r."workspaceId" AND s."runId" = r."id"
                    AND greatest(s."startedAt", s."finishedAt") > now() - $1 * interval '1 minute')`;

const FIND_UNSENT = `
SELECT r."workspaceId", array_agg(r."id"::text) AS ids
FROM "Workspace" w JOIN LATERAL (
  SELECT "workspaceId", "id" FROM "Run"
  WHERE "workspaceId" = w."id" AND "status" = 'queued' AND "mode" <> 'test' AND "dispatchedAt" < now() - interval '10 seconds'
  LIMIT 500
) r ON true GROUP BY r."workspaceId"`;

const FIND_DEAD_TESTS = `
SELECT "workspaceId", "id" FROM "Run"
WHERE "mode" = 'test' AND "status" IN ('queued', 'running') AND "dispatchedAt" < now() - interval '1 hour' LIMIT 500`;

/**
 * Sends again what was admitted and has not begun (a process died in between, or Inngest was away) and what Inngest lost,
 * and ends tests whose process died. Returns how many were sent.
 */
export async function sweepUnsent(): Promise<number> {
  await pool().query(READMIT, [LOST_AFTER_MINUTES]);
  const { rows } = await pool().query<{ workspaceId: string; ids: string[] }>(FIND_UNSENT);
  let sent = 0;
  for (const { workspaceId, ids } of rows) sent += await sendRuns(workspaceId, ids);
  const dead = await pool().query<{ workspaceId: string; id: string }>(FIND_DEAD_TESTS);
  for (const { workspaceId, id } of dead.rows) await finishRun(workspaceId, id, "failed", GIVEN_UP);
  return sent;
}
