import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { recipeView } from "./view";

/** Ends the shadow version beside a live one; the live version goes on. Throws `conflict` when there is none. */
export async function stopShadow(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  await getRecipeRow(ctx, id);
  const { count } = await ctx.db.recipe.updateMany({
    where: { workspaceId, id, shadowVersion: { not: null } },
    data: { shadowVersion: null },
  });
  if (count === 0)
    throw new AppError(
      "conflict",
      "No version runs in shadow beside a live one. A recipe that runs in shadow only can be paused.",
    );
  return recipeView(ctx, await getRecipeRow(ctx, id));
}
