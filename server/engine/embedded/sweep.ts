import { pool } from "~/server/db";
import { giveUpRun } from "~/server/engine/give-up";
import { POLICY } from "~/server/engine/limits";
import { GIVEN_UP } from "~/server/engine/remedy";

// Workspace by workspace, because that is how the index finds the few open runs among all. Runs that wait for a place or for
// their time are no loss: admission finds them.
const FIND_LOST = `
SELECT r."workspaceId", r."id" AS "runId", j."id"::text AS "jobId", r."priority", r."mode" = 'test' OR j."id" IS NOT NULL AS "isDead"
FROM "Workspace" w
JOIN "Run" r ON r."workspaceId" = w."id" AND r."status" IN ('queued', 'running', 'waiting') AND r."dispatchedAt" IS NOT NULL
LEFT JOIN graphile_worker.jobs j ON j."key" = 'run:' || r."id"
WHERE r."createdAt" < now() - CASE r."mode" WHEN 'test' THEN interval '1 hour' ELSE interval '1 minute' END
  AND (j."id" IS NULL OR (j."locked_at" IS NULL AND j."attempts" >= least(j."max_attempts", $1)))
LIMIT 500`;

interface Lost {
  workspaceId: string;
  runId: string;
  jobId: string | null;
  priority: number;
  /** False when it only lacks a job. */
  isDead: boolean;
}

/**
 * Finds open runs that nothing will ever move: ends those whose job was given up (and tests whose process died), and
 * gives a job to those that have none. Returns how many it found.
 */
export async function sweepLostRuns(): Promise<number> {
  const { rows } = await pool().query<Lost>(FIND_LOST, [POLICY.engineAttempts]);
  for (const { workspaceId, runId, jobId, priority, isDead } of rows) {
    if (isDead) await giveUpRun(workspaceId, runId, GIVEN_UP);
    if (jobId) await pool().query(`SELECT graphile_worker.complete_jobs(ARRAY[$1::bigint])`, [jobId]);
    if (!isDead)
      await pool().query(
        `SELECT graphile_worker.add_job('run-recipe', $1::json, job_key := $2, priority := $3)`,
        [JSON.stringify({ workspaceId, runId }), `run:${runId}`, priority],
      );
  }
  return rows.length;
}
