import { AppError } from "~/server/errors";
import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { stopLooking } from "./trigger-state";
import { recipeView } from "./view";

/** Stops a recipe from starting runs; those under way finish. Throws `conflict` when it is not live. */
export async function pauseRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { status, triggerConnectionId: connectionId } = await getRecipeRow(ctx, id);
  if (status !== "live" && status !== "shadow")
    throw new AppError("conflict", `Only a live recipe can be paused; this one is ${status}.`);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const pause = () =>
    ctx.db.$transaction(async (tx) => {
      await stopLooking(tx, ctx.workspaceId, id);
      const data = { status: "paused" as const, shadowVersion: null, liveSince: null, stoppedAt: new Date() };
      return tx.recipe.update({ where, data });
    });
  return recipeView(ctx, await changeListeners(ctx, { connectionId }, pause));
}
