import { pool } from "~/server/db";
import { POLICY } from "~/server/engine/limits";
import { AppError } from "~/server/errors";

/** How long a count is believed, by a clock that never jumps. */
const FRESH_MS = 5_000;

interface Line {
  countedAt: number;
  isFull: boolean;
}

const lines = new Map<string, Line>();

const overloaded = (message: string) => new AppError("overloaded", message);

/**
 * Throws `overloaded` when this process, or the workspace's line, has more than it can take. Ingest stays fast while a line
 * grows; beyond the limit a sender keeps its event and sends it again, and nothing is lost.
 */
export async function requireRoom(workspaceId: string): Promise<void> {
  if (pool().waitingCount > POLICY.mostQueriesWaiting)
    throw overloaded("Billhook has more to do than it can take right now. Send this again in a moment.");
  if (await isFull(workspaceId))
    throw overloaded(
      `More than ${POLICY.longestLine} runs of this workspace are waiting. Send this again when they have become fewer.`,
    );
}

async function isFull(workspaceId: string): Promise<boolean> {
  const known = lines.get(workspaceId);
  if (known && performance.now() - known.countedAt < FRESH_MS) return known.isFull;
  // Whoever comes while it is being counted believes what was known before.
  lines.set(workspaceId, { countedAt: performance.now(), isFull: known?.isFull ?? false });
  const { rows } = await pool().query<{ full: boolean }>({
    name: "count-line",
    text: `SELECT count(*) >= $2 AS full FROM (
             (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "dispatchedAt" IS NULL AND "status" = 'queued' LIMIT $2)
             UNION ALL
             (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "status" = 'held' LIMIT $2)
           ) waiting`,
    values: [workspaceId, POLICY.longestLine],
  });
  const full = rows[0]?.full ?? false;
  lines.set(workspaceId, { countedAt: performance.now(), isFull: full });
  return full;
}
