import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { stopLooking } from "./trigger-state";
import { recipeView } from "./view";

/** Puts a recipe away: it starts no runs, is out of the list, and can be restored. Throws `conflict` when it is away already. */
export async function archiveRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { status, triggerConnectionId: connectionId } = await getRecipeRow(ctx, id);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const data = {
    archivedAt: new Date(),
    shadowVersion: null,
    ...(status === "live" || status === "shadow" ? { liveSince: null, stoppedAt: new Date() } : {}),
    status: status === "draft" ? ("draft" as const) : ("paused" as const),
  };
  const archive = () =>
    ctx.db.$transaction(async (tx) => {
      await stopLooking(tx, ctx.workspaceId, id);
      return tx.recipe.update({ where, data });
    });
  return recipeView(ctx, await changeListeners(ctx, { connectionId }, archive));
}
