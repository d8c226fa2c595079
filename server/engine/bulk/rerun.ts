import { z } from "zod";
import { PRIORITY } from "~/server/engine/limits";
import { AppError } from "~/server/errors";
import { BulkRerun } from "~/server/services/bulk/schemas";
import { systemContext } from "~/server/services/context";
import { rerunRun } from "~/server/services/run/rerun";
import type { BulkTurn, BulkWork } from "./handler";
import { nextCandidates } from "./rerun-candidates";

const Cursor = z.object({ after: z.string().nullable(), why: z.string().nullable() });
const BEGIN = { after: null, why: null };

/** How long one turn may take, so that a worker that is told to stop can. */
const TURN_MS = 1_000;

/** Runs the next of the wanted runs again, oldest first; what cannot be run again is skipped. */
export async function rerunSome(work: BulkWork, limit: number): Promise<BulkTurn> {
  const { from, version, ...wanted } = BulkRerun.parse(work.input);
  const cursor = Cursor.parse(work.cursor ?? BEGIN);
  const ctx = systemContext(work.workspaceId);
  const candidates = await nextCandidates(work, wanted, cursor.after, limit);
  const turn = { done: 0, skipped: 0 };
  const end = Date.now() + TURN_MS;
  let worked = 0;
  for (const { id, again } of candidates) {
    if (Date.now() > end) break;
    const refused = again
      ? null
      : await rerunRun(
          ctx,
          { id, ...(from && { from }), ...(version && { version }) },
          { priority: PRIORITY.bulk },
        ).then(() => null, whyRefused);
    turn[refused === null ? "done" : "skipped"] += 1;
    cursor.why = refused ?? cursor.why;
    cursor.after = id;
    worked += 1;
  }
  const finished = worked === candidates.length && worked < limit;
  return { ...turn, cursor, finished, problem: cursor.why && `Some were skipped: ${cursor.why}` };
}

/** Why this one cannot be run again; anything but a plain refusal is a fault of ours and stops the turn. */
function whyRefused(error: unknown): string {
  if (error instanceof AppError && error.code !== "internal") return error.message;
  throw error;
}
