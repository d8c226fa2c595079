import type { ServiceContext } from "~/server/services/context";
import { readRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { recipeView } from "./view";

/** One recipe with its draft and problems. Throws `not_found`. */
export async function getRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  return recipeView(ctx, await readRecipeRow(ctx, id));
}
