import type { z } from "zod";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { definitionJson } from "./definition-json";
import { fromTemplate } from "./from-template";
import { hookFor } from "./hook";
import { CreateRecipeInput, type RecipeView } from "./schemas";
import { recipeView } from "./view";

/** Makes a draft; it may be incomplete. Without a definition it is the named template's. Returns it with its problems. */
export async function createRecipe(
  ctx: ServiceContext,
  input: z.input<typeof CreateRecipeInput>,
): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { name, definition: given, templateId } = CreateRecipeInput.parse(input);
  const definition = given === undefined && templateId ? await fromTemplate(ctx, templateId) : given;
  const row = await ctx.db.recipe.create({
    data: {
      workspaceId: ctx.workspaceId,
      name,
      definition: definitionJson(definition),
      templateId: templateId ?? null,
      ...hookFor(definition, null),
    },
  });
  return recipeView(ctx, row);
}
