import { toActionError } from "~/components/ui/action-error";
import { isObject } from "~/server/recipes/pointer";
import type { RecipeView } from "~/server/services/recipe/schemas";

/** The recipe as somebody else saved it, when that is why a save was refused; null for any other reason. */
export function draftOfSomebodyElse(thrown: unknown): RecipeView | null {
  const { code, details } = toActionError(thrown);
  if (code !== "conflict" || !isObject(details) || !isRecipe(details.recipe)) return null;
  return details.recipe;
}

/** Our own server wrote it: one look at what makes the difference is enough. */
function isRecipe(value: unknown): value is RecipeView {
  return isObject(value) && typeof value.revision === "string";
}
