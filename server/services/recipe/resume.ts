import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { recipeView } from "./view";

/** Sets a paused recipe live again on its published version. Throws `conflict` when it is not paused. */
export async function resumeRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { status } = await getRecipeRow(ctx, id);
  if (status !== "paused")
    throw new AppError("conflict", `Only a paused recipe can be resumed; this one is ${status}.`);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  return recipeView(ctx, await ctx.db.recipe.update({ where, data: { status: "live" } }));
}
