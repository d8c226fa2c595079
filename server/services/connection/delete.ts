import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getConnectionRow } from "./internal";

/**
 * Deletes a connection: its keys are erased and its webhook address stops; its events stay readable.
 * Throws `conflict` while a live recipe is triggered by it.
 */
export async function deleteConnection(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  await getConnectionRow(ctx, id);
  const key = { workspaceId: ctx.workspaceId, id };
  const live = await ctx.db.recipe.findFirst({
    where: { workspaceId: ctx.workspaceId, triggerConnectionId: id, status: { in: ["live", "shadow"] } },
    select: { name: true },
  });
  if (live)
    throw new AppError("conflict", `The recipe "${live.name}" is live on this connection. Pause it first.`);
  await ctx.db.connection.update({
    where: { workspaceId_id: key },
    data: { deletedAt: new Date(), credentials: null, endpointToken: null, sandboxAccountId: null },
  });
}
