import type { z } from "zod";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { definitionJson } from "./definition-json";
import { hookFor } from "./hook";
import { getRecipeRow } from "./internal";
import type { RecipeView, UpdateRecipeInput } from "./schemas";
import { recipeView } from "./view";

/** Changes the draft, the name, the folder or the tags; what is published keeps running as it is. */
export async function updateRecipe(
  ctx: ServiceContext,
  { id, name, definition, folder, tags }: z.infer<typeof UpdateRecipeInput>,
): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { hookToken } = await getRecipeRow(ctx, id);
  const row = await ctx.db.recipe.update({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    data: {
      ...(name === undefined ? {} : { name }),
      ...(folder === undefined ? {} : { folder }),
      ...(tags === undefined ? {} : { tags }),
      ...(definition === undefined
        ? {}
        : { definition: definitionJson(definition), ...hookFor(definition, hookToken) }),
    },
  });
  return recipeView(ctx, row);
}
