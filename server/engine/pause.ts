import { pool } from "~/server/db";
import { Held } from "./durable";
import type { LoadedRun } from "./load-run";

/** How long "this workspace is not paused" is believed without asking again; that it is paused is asked every time. */
const BELIEVED_MS = 1_000;
const MOST_BELIEVED = 10_000;
const believedUntil = new Map<string, number>();

/** Throws `Held` while the run's workspace is paused. A test goes on: somebody asked for it just now. */
export async function holdWhilePaused({
  workspaceId,
  mode,
}: Pick<LoadedRun, "workspaceId" | "mode">): Promise<void> {
  if (mode === "test" || (believedUntil.get(workspaceId) ?? 0) > Date.now()) return;
  const { rows } = await pool().query<{ paused: boolean }>({
    name: "is-paused",
    text: `SELECT "pausedAt" IS NOT NULL AS paused FROM "Workspace" WHERE "id" = $1`,
    values: [workspaceId],
  });
  if (rows[0]?.paused) throw new Held({ what: "workspace" });
  if (believedUntil.size > MOST_BELIEVED) believedUntil.clear();
  believedUntil.set(workspaceId, Date.now() + BELIEVED_MS);
}

// What a run waited for is not remembered over the pause, but a delay can be told from its step.
const RELEASE = `
WITH free AS MATERIALIZED (
  SELECT "id" FROM "Workspace" WHERE "pausedAt" IS NULL AND ("id" = $1 OR $1::uuid IS NULL AND "resumedAt" > now() - interval '1 hour')
), released AS (
  UPDATE "Run" r SET
    "status" = (CASE WHEN r."nextAttemptAt" IS NULL THEN 'queued' ELSE 'waiting' END)::"RunStatus", "waitingOn" = NULL,
    "waitingFor" = CASE WHEN r."nextAttemptAt" IS NULL THEN NULL WHEN EXISTS (
      SELECT 1 FROM "StepRun" s WHERE s."workspaceId" = r."workspaceId" AND s."runId" = r."id" AND s."kind" = 'delay' AND s."status" = 'waiting'
    ) THEN 'delay' ELSE 'retry' END
  FROM free WHERE r."workspaceId" = free."id" AND r."status" = 'held' AND r."waitingFor" = 'workspace'
  RETURNING r."workspaceId"
), told AS (
  UPDATE "Event" e SET "fate" = 'ran' FROM free WHERE e."workspaceId" = free."id" AND e."fate" = 'held'
)
SELECT "workspaceId", count(*)::int AS count FROM released GROUP BY 1`;

/**
 * Lets go on what a pause held that is over: in one workspace, or in all that were resumed within the hour, for what a
 * process held in the very moment in which another ended the pause. Returns how many runs of which workspaces; they have
 * to be admitted.
 */
export async function releasePaused(workspaceId?: string): Promise<{ workspaceId: string; count: number }[]> {
  const { rows } = await pool().query<{ workspaceId: string; count: number }>(RELEASE, [workspaceId ?? null]);
  return rows;
}

const HOLD = `
WITH held AS (
  UPDATE "Run" SET "status" = 'held', "waitingFor" = 'workspace'
  WHERE "workspaceId" = $1 AND "dispatchedAt" IS NULL AND "status" IN ('queued', 'waiting')
    AND EXISTS (SELECT 1 FROM "Workspace" WHERE "id" = $1 AND "pausedAt" IS NOT NULL)
  RETURNING 1
)
SELECT count(*)::int AS count FROM held`;

/** Holds what waits in a paused workspace; when its time would have come is kept. Returns how many runs. */
export async function holdWaiting(workspaceId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(HOLD, [workspaceId]);
  return rows[0]?.count ?? 0;
}
