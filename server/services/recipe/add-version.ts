import { notFound } from "~/server/errors";
import type { Prisma, Recipe } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import type { ServiceContext } from "~/server/services/context";

/** What publishing answers: the recipe's status after it, and the version that it made. */
export interface Published {
  id: string;
  status: "live" | "shadow" | "paused";
  version: number;
}

interface NewVersion {
  definition: Definition;
  /** Published to run without sending. */
  shadow: boolean;
  note: string | null;
}

/**
 * Writes the next version of a recipe, which nothing changes after this. Holds the recipe's row until the transaction
 * ends and returns it as it stands. Throws `not_found` when the recipe was deleted meanwhile.
 */
export async function addVersion(
  tx: Prisma.TransactionClient,
  { workspaceId, actor }: ServiceContext,
  recipeId: string,
  { definition, shadow, note }: NewVersion,
): Promise<{ version: number; recipe: Recipe }> {
  // The row lock makes two publishes at once take turns: each gets its own version number.
  await tx.$queryRaw`SELECT 1 FROM "Recipe" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ${recipeId}::uuid FOR UPDATE`;
  const recipe = await tx.recipe.findUnique({ where: { workspaceId_id: { workspaceId, id: recipeId } } });
  if (!recipe || recipe.archivedAt) throw notFound("recipe");
  const last = await tx.recipeVersion.aggregate({
    where: { workspaceId, recipeId },
    _max: { version: true },
  });
  const version = (last._max.version ?? 0) + 1;
  const json = definition as unknown as Prisma.InputJsonObject;
  await tx.recipeVersion.create({
    data: { workspaceId, recipeId, version, definition: json, shadow, note, author: actor.label },
  });
  return { version, recipe };
}
