import type { BulkBackfill } from "~/server/engine/bulk/backfill";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";

/** Begins a bulk operation that queues the runs little by little; returns its id. Throws `conflict` while one is under way. */
export async function queueMany(
  { db, workspaceId, actor }: ServiceContext,
  {
    recipeId,
    connectionId,
    types,
    from,
    to,
    livemode,
  }: Omit<BulkBackfill, "livemode"> & { livemode: boolean | undefined },
  total: number,
): Promise<string> {
  const underWay = await db.bulkOperation.findFirst({
    where: {
      workspaceId,
      kind: "backfill",
      status: { in: ["running", "paused"] },
      input: { path: ["recipeId"], equals: recipeId },
    },
    select: { id: true },
  });
  if (underWay)
    throw new AppError(
      "conflict",
      "A backfill of this recipe is under way. Wait until it is done, or cancel it, then ask again.",
      { operationId: underWay.id },
    );
  const input = { recipeId, connectionId, types, from, to, ...(livemode === undefined ? {} : { livemode }) };
  const { id } = await db.bulkOperation.create({
    data: { workspaceId, kind: "backfill", input, total, author: actor.label },
    select: { id: true },
  });
  return id;
}
