import { pool } from "~/server/db";
import { PRIORITY } from "~/server/engine/limits";
import { AppError } from "~/server/errors";
import { log } from "~/server/log";
import { type DueWork, settleTrouble, settleWork } from "./due";
import { HANDLERS } from "./handlers";

/** How much of one operation is done how often, how many bulk runs may wait in one workspace, and the waits when it cannot go on. */
const PACE = { turnMs: 1_000, mostPerTurn: 100, longestLine: 500, fullLineMs: 2_000, troubleMs: 30_000 };

const FULL_LINE = "Many of its runs still wait for their turn. It goes on when there are fewer.";

// Runs that a delay step holds are not in anybody's way.
const LINE = `
SELECT count(*)::int AS open FROM (
  (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "dispatchedAt" IS NULL AND "status" = 'queued' AND "priority" >= $2 LIMIT $3)
  UNION ALL
  (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "status" = 'waiting' AND "priority" >= $2 AND "waitingFor" IS DISTINCT FROM 'delay' LIMIT $3)
  UNION ALL
  (SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "status" = 'held' AND "priority" >= $2 LIMIT $3)
) line`;

async function roomIn(workspaceId: string): Promise<number> {
  const { rows } = await pool().query<{ open: number }>({
    name: "bulk-line",
    text: LINE,
    values: [workspaceId, PRIORITY.bulk, PACE.longestLine],
  });
  return PACE.longestLine - (rows[0]?.open ?? 0);
}

/** One turn of an operation: as much as the workspace's line has room for, and no more than a second's share. */
export async function workOnce(work: DueWork): Promise<void> {
  try {
    const handle = HANDLERS[work.kind];
    if (!handle) throw new AppError("internal", `Nobody here does work of the kind "${work.kind}".`);
    const room = await roomIn(work.workspaceId);
    if (room <= 0) return await settleTrouble(work, { problem: FULL_LINE, waitMs: PACE.fullLineMs });
    const began = Date.now();
    const turn = await handle(work, Math.min(room, PACE.mostPerTurn));
    await settleWork(work, turn, Math.max(0, began + PACE.turnMs - Date.now()));
  } catch (error) {
    log.warn({ err: error, workspaceId: work.workspaceId, operationId: work.id }, "bulk work failed");
    const isFinal = error instanceof AppError;
    await settleTrouble(work, {
      problem: isFinal ? error.message : "Something went wrong on our side. It goes on by itself shortly.",
      waitMs: isFinal ? null : PACE.troubleMs,
    });
  }
}
