import { notFound } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The live connection of this workspace. Throws `not_found`, also for another workspace's. */
export async function getConnectionRow(ctx: ServiceContext, id: string): Promise<Connection> {
  const row = UUID.test(id)
    ? await ctx.db.connection.findUnique({ where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } } })
    : null;
  if (!row || row.deletedAt) throw notFound("connection");
  return row;
}
