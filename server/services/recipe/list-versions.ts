import type { z } from "zod";
import type { Recipe, RecipeVersion } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import type { Page } from "~/server/services/page";
import { getRecipeRow } from "./internal";
import { ListVersionsInput, type VersionSummary } from "./version-schemas";

/** A recipe's versions, newest first. Throws `not_found`. */
export async function listVersions(
  ctx: ServiceContext,
  input: z.input<typeof ListVersionsInput>,
): Promise<Page<VersionSummary>> {
  const { id, limit, cursor } = ListVersionsInput.parse(input);
  const recipe = await getRecipeRow(ctx, id);
  const rows = await ctx.db.recipeVersion.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      recipeId: id,
      ...(cursor === undefined ? {} : { version: { lt: cursor } }),
    },
    orderBy: { version: "desc" },
    take: limit + 1,
    omit: { definition: true },
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    data: shown.map((row) => versionSummary(row, recipe)),
    nextCursor: last ? String(last.version) : null,
  };
}

/** A version as lists show it. */
export function versionSummary(
  { version, author, note, shadow, createdAt }: Omit<RecipeVersion, "definition">,
  { currentVersion, shadowVersion }: Recipe,
): VersionSummary {
  return {
    version,
    author,
    note,
    mode: shadow ? "shadow" : "live",
    createdAt: createdAt.toISOString(),
    isCurrent: version === currentVersion,
    isShadow: version === shadowVersion,
  };
}
