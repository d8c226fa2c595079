import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";

/** Takes a recipe out of every list and stops it; its runs stay readable. */
export async function deleteRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  const { status, triggerConnectionId: connectionId } = await getRecipeRow(ctx, id);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const remove = () =>
    ctx.db.recipe.update({
      where,
      data: {
        archivedAt: new Date(),
        status: status === "draft" ? "draft" : "paused",
        triggerConnectionId: null,
        triggerEvents: [],
      },
    });
  await changeListeners(ctx, { connectionId }, remove);
}
