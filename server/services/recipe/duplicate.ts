import type { Prisma } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { hookFor } from "./hook";
import { readRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { recipeView } from "./view";

const MOST_CHARACTERS = 120;
const SUFFIX = " copy";

/** A draft like this recipe's, with an address and a history of its own. */
export async function duplicateRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { name, definition, templateId, folder, tags } = await readRecipeRow(ctx, id);
  const row = await ctx.db.recipe.create({
    data: {
      workspaceId: ctx.workspaceId,
      name: name.slice(0, MOST_CHARACTERS - SUFFIX.length).trimEnd() + SUFFIX,
      definition: definition as Prisma.InputJsonObject,
      templateId,
      folder,
      tags,
      ...hookFor(definition, null),
    },
  });
  return recipeView(ctx, row);
}
