import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { readRecipeRow } from "./internal";
import { stopLooking } from "./trigger-state";

/** Takes a recipe out of every list and stops it; its runs stay readable. */
export async function deleteRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  const { status, triggerConnectionId: connectionId } = await readRecipeRow(ctx, id);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const now = new Date();
  const data = {
    archivedAt: now,
    deletedAt: now,
    // Its file may make a new recipe.
    key: null,
    status: status === "draft" ? ("draft" as const) : ("paused" as const),
    triggerConnectionId: null,
    shadowVersion: null,
    triggerEvents: [],
    hookToken: null,
    hookSecret: null,
  };
  const remove = () =>
    ctx.db.$transaction(async (tx) => {
      await stopLooking(tx, ctx.workspaceId, id);
      await tx.notificationRule.deleteMany({ where: { workspaceId: ctx.workspaceId, recipeId: id } });
      await tx.recipe.update({ where, data });
    });
  await changeListeners(ctx, { connectionId }, remove);
}
