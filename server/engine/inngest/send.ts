import { pool } from "~/server/db";
import { log } from "~/server/log";
import { inngest, RUN_REQUESTED } from "./client";

/** Tells Inngest about committed runs and marks them as dispatched; what fails here is the sweeper's. Never throws. */
export async function sendRuns(workspaceId: string, runIds: string[]): Promise<void> {
  try {
    // The event id makes a second send of the same run harmless.
    await inngest.send(
      runIds.map((runId) => ({ id: `run-${runId}`, name: RUN_REQUESTED, data: { workspaceId, runId } })),
    );
    await pool().query(
      `UPDATE "Run" SET "dispatchedAt" = now() WHERE "workspaceId" = $1 AND "id" = ANY ($2::uuid[])`,
      [workspaceId, runIds],
    );
  } catch (error) {
    log.warn({ err: error, runIds }, "Inngest was not reached; the sweeper sends these runs");
  }
}

/** Sends what was committed but never dispatched (a process died in between). Returns how many. */
export async function sweepUnsent(): Promise<number> {
  const { rows } = await pool().query<{ workspaceId: string; ids: string[] }>(
    `SELECT r."workspaceId", array_agg(r."id"::text) AS ids
     FROM "Workspace" w JOIN LATERAL (
       SELECT "workspaceId", "id" FROM "Run"
       WHERE "workspaceId" = w."id" AND "status" = 'queued' AND "dispatchedAt" IS NULL AND "createdAt" < now() - interval '10 seconds'
       LIMIT 500
     ) r ON true GROUP BY r."workspaceId"`,
  );
  for (const { workspaceId, ids } of rows) await sendRuns(workspaceId, ids);
  return rows.reduce((sum, { ids }) => sum + ids.length, 0);
}
