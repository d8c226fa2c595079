import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { Recipe } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { definitionJson } from "./definition-json";
import { hookFor } from "./hook";
import { getRecipeRow } from "./internal";
import { draftRevision } from "./revision";
import type { RecipeView, UpdateRecipeInput } from "./schemas";
import { recipeView } from "./view";

/**
 * Changes the draft, the name, the folder or the tags; what is published keeps running as it is. With a `revision`, throws
 * `conflict` when the draft is no longer that one.
 */
export async function updateRecipe(
  ctx: ServiceContext,
  { id, name, definition, revision, folder, tags }: z.infer<typeof UpdateRecipeInput>,
): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { hookToken } = await getRecipeRow(ctx, id);
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const data = {
    ...(name === undefined ? {} : { name }),
    ...(folder === undefined ? {} : { folder }),
    ...(tags === undefined ? {} : { tags }),
    ...(definition === undefined
      ? {}
      : { definition: definitionJson(definition), ...hookFor(definition, hookToken) }),
  };
  const row = await ctx.db.$transaction(async (tx) => {
    if (definition !== undefined && revision !== undefined) {
      // Holds the row: of two saves that read the same draft, the second one sees the first.
      await tx.$queryRaw`SELECT 1 FROM "Recipe" WHERE "workspaceId" = ${ctx.workspaceId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
      const now = await tx.recipe.findUniqueOrThrow({ where });
      if (draftRevision(now.definition) !== revision) return { conflict: now };
    }
    return { saved: await tx.recipe.update({ where, data }) };
  });
  if (row.conflict) throw await changedMeanwhile(ctx, row.conflict);
  return recipeView(ctx, row.saved);
}

async function changedMeanwhile(ctx: ServiceContext, now: Recipe): Promise<AppError> {
  return new AppError(
    "conflict",
    "revision: the draft was changed by somebody else meanwhile. Read it again, then send your change.",
    { recipe: await recipeView(ctx, now) },
  );
}
