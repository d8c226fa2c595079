import { notFound } from "~/server/errors";
import type { RecipeVersion } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";

/** One published version of a recipe of this workspace. Throws `not_found`. */
export async function versionRow(
  { db, workspaceId }: ServiceContext,
  recipeId: string,
  version: number,
): Promise<RecipeVersion> {
  const where = { workspaceId_recipeId_version: { workspaceId, recipeId, version } };
  const row = await db.recipeVersion.findUnique({ where });
  if (!row) throw notFound("version");
  return row;
}
