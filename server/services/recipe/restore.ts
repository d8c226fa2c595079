import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { readRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { recipeView } from "./view";

/** Takes an archived recipe back into the list; what was live is paused. Throws `conflict` when it is not archived. */
export async function restoreRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { archivedAt, name } = await readRecipeRow(ctx, id);
  if (!archivedAt) throw new AppError("conflict", `"${name}" is not archived.`);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  return recipeView(ctx, await ctx.db.recipe.update({ where, data: { archivedAt: null } }));
}
