import { z } from "zod";
import { PRIORITY } from "~/server/engine/limits";
import { AppError } from "~/server/errors";
import { BulkRerun } from "~/server/services/bulk/schemas";
import { systemContext } from "~/server/services/context";
import { rerunRun } from "~/server/services/run/rerun";
import type { BulkTurn, BulkWork } from "./handler";
import { type Candidate, nextCandidates } from "./rerun-candidates";

const Cursor = z.object({ after: z.string().nullable(), why: z.string().nullable() });
const BEGIN = { after: null, why: null };

/** How long one turn may take, so that a worker that is told to stop can. */
const TURN_MS = 1_000;
const AT_ONCE = 5;

/** Runs the next of the wanted runs again, oldest first; what cannot be run again is skipped. */
export async function rerunSome(work: BulkWork, limit: number): Promise<BulkTurn> {
  const wanted = BulkRerun.parse(work.input);
  const cursor = Cursor.parse(work.cursor ?? BEGIN);
  const candidates = await nextCandidates(work, wanted, cursor.after, limit);
  const turn = { done: 0, skipped: 0 };
  const end = Date.now() + TURN_MS;
  let worked = 0;
  while (worked < candidates.length && Date.now() < end) {
    const some = candidates.slice(worked, worked + AT_ONCE);
    for (const refused of await Promise.all(some.map((candidate) => rerunOne(work, wanted, candidate)))) {
      turn[refused === null ? "done" : "skipped"] += 1;
      cursor.why = refused ?? cursor.why;
    }
    worked += some.length;
    cursor.after = some.at(-1)?.id ?? cursor.after;
  }
  const finished = worked === candidates.length && worked < limit;
  return { ...turn, cursor, finished, problem: cursor.why && `Some were skipped. ${cursor.why}` };
}

/** Null when it is run again, else why it cannot be; anything but a plain refusal is a fault of ours and stops the turn. */
async function rerunOne(
  { workspaceId }: BulkWork,
  { from, version, repeatUnknown }: BulkRerun,
  { id, again, unknownStep }: Candidate,
): Promise<string | null> {
  // What a turn that was cut off had done counts as done, and is not done twice.
  if (again) return null;
  const repeat = repeatUnknown && unknownStep ? [unknownStep] : [];
  try {
    await rerunRun(systemContext(workspaceId), { id, from, version, repeat }, { priority: PRIORITY.bulk });
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code !== "internal") return error.message;
    throw error;
  }
}
