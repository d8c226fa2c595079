import { z } from "zod";
import { notFound } from "~/server/errors";
import type { BulkOperation } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";

/** The operation of this workspace. Throws `not_found`, also for another workspace's. */
export async function getOperationRow(
  { db, workspaceId }: ServiceContext,
  id: string,
): Promise<BulkOperation> {
  const row = z.uuid().safeParse(id).success
    ? await db.bulkOperation.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    : null;
  if (!row) throw notFound("operation");
  return row;
}
