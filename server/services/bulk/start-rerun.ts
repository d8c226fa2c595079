import { countCandidates } from "~/server/engine/bulk/rerun-candidates";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { BulkRerun, BulkStarted } from "./schemas";

/** Begins to run again what the filter means now, little by little; null instead of an operation when that is nothing. */
export async function startRerun(
  ctx: ServiceContext,
  { filter, ...how }: Omit<BulkRerun, "upTo">,
): Promise<BulkStarted> {
  requireRole(ctx, "editor");
  const { db, workspaceId } = ctx;
  const { count, upTo } = await countCandidates(workspaceId, filter);
  if (upTo === null) return { count: 0, operationId: null };
  const input: BulkRerun = { filter, upTo, ...how };
  const { id } = await db.bulkOperation.create({
    data: { workspaceId, kind: "rerun", input, total: count, author: ctx.actor.label },
    select: { id: true },
  });
  return { count, operationId: id };
}
