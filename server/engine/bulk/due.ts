import { pool } from "~/server/db";
import type { BulkTurn, BulkWork } from "./handler";

/** What is kept of an operation between its turns. */
interface Kept {
  place: unknown;
  /** Pieces a second, lately; what is left is estimated by it. */
  rate: number | null;
  /** When the last turn ended, in milliseconds since 1970. */
  at: number;
}

export interface DueWork extends BulkWork {
  /** Of this claim: who has lost it meanwhile writes nothing. */
  lockedUntil: Date;
  kept: Kept | null;
}

// A claim ends by itself when its worker dies. A paused workspace starts nothing.
const CLAIM = `
WITH due AS (
  SELECT o."workspaceId", o."id" FROM "BulkOperation" o JOIN "Workspace" w ON w."id" = o."workspaceId" AND w."pausedAt" IS NULL
  WHERE o."status" = 'running' AND o."dueAt" <= now() AND (o."lockedUntil" IS NULL OR o."lockedUntil" < now())
  ORDER BY o."dueAt" LIMIT $1 FOR UPDATE OF o SKIP LOCKED
)
UPDATE "BulkOperation" o SET "lockedUntil" = now() + interval '2 minutes' FROM due
WHERE o."workspaceId" = due."workspaceId" AND o."id" = due."id"
RETURNING o."workspaceId", o."id", o."kind", o."input", o."cursor" AS kept, o."total", o."done", o."skipped", o."author", o."createdAt", o."lockedUntil"`;

/** Claims up to `limit` operations that are due, longest due first; nobody else works on them meanwhile. */
export async function claimWork(limit: number): Promise<DueWork[]> {
  const { rows } = await pool().query<Omit<DueWork, "cursor">>({
    name: "claim-bulk",
    text: CLAIM,
    values: [limit],
  });
  return rows.map((row) => ({ ...row, cursor: row.kept?.place ?? null }));
}

// Counted also when it was paused or canceled meanwhile, because it was done.
const SETTLE = `
UPDATE "BulkOperation" SET
  "cursor" = $4::json, "done" = "done" + $5, "skipped" = "skipped" + $6, "total" = coalesce($7, "total"),
  "dueAt" = now() + $8 * interval '1 millisecond', "lockedUntil" = NULL, "problem" = $10,
  "status" = CASE WHEN $9 AND "status" IN ('running', 'paused') THEN 'done'::"BulkStatus" ELSE "status" END,
  "finishedAt" = CASE WHEN $9 THEN coalesce("finishedAt", now()) ELSE "finishedAt" END
WHERE "workspaceId" = $1 AND "id" = $2 AND "lockedUntil" = $3`;

/** Writes what a turn came to, and when the next one is due. What a finished operation did not come to was skipped. */
export async function settleWork(work: DueWork, turn: BulkTurn, waitMs: number): Promise<void> {
  const { cursor, done, skipped, finished, total = null, problem = null } = turn;
  const missing = finished
    ? Math.max(0, (total ?? work.total) - work.done - done - work.skipped - skipped)
    : 0;
  const kept: Kept = { place: cursor, rate: rateOf(work.kept, done + skipped), at: Date.now() };
  await pool().query(SETTLE, [
    work.workspaceId,
    work.id,
    work.lockedUntil,
    JSON.stringify(kept),
    done,
    skipped + missing,
    total,
    waitMs,
    finished,
    problem,
  ]);
}

const LONGEST_GAP_MS = 60_000;

/** The newest turns count most. A long gap was a pause, and says nothing. */
function rateOf(kept: Kept | null, worked: number): number | null {
  const gap = kept ? Date.now() - kept.at : null;
  if (gap === null || gap <= 0 || gap > LONGEST_GAP_MS) return kept?.rate ?? null;
  const now = worked / (gap / 1000);
  return kept?.rate ? kept.rate * 0.8 + now * 0.2 : now;
}

/** Leaves the operation where it was: to be tried again after `waitMs`, or ended as failed. */
export async function settleTrouble(
  work: DueWork,
  { problem, waitMs }: { problem: string | null; waitMs: number | null },
): Promise<void> {
  await pool().query(
    `UPDATE "BulkOperation" SET "lockedUntil" = NULL, "problem" = $4,
       "dueAt" = now() + coalesce($5, 0) * interval '1 millisecond',
       "status" = CASE WHEN $5::int IS NULL AND "status" = 'running' THEN 'failed'::"BulkStatus" ELSE "status" END,
       "finishedAt" = CASE WHEN $5::int IS NULL THEN now() ELSE "finishedAt" END
     WHERE "workspaceId" = $1 AND "id" = $2 AND "lockedUntil" = $3`,
    [work.workspaceId, work.id, work.lockedUntil, problem, waitMs],
  );
}
