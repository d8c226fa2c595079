import { isDeepStrictEqual } from "node:util";
import type { Recipe, TriggerState } from "~/server/generated/prisma/client";
import { lint } from "~/server/recipes/lint";
import type { ServiceContext } from "~/server/services/context";
import { hookUrl } from "./hook";
import { lintEnvironment } from "./internal";
import { draftRevision } from "./revision";
import type { RecipeView } from "./schemas";

/** A recipe with its draft, its problems, and whether the draft differs from what is published. */
export async function recipeView(ctx: ServiceContext, row: Recipe): Promise<RecipeView> {
  const { workspaceId } = ctx;
  const published = await ctx.db.recipeVersion.findMany({
    where: {
      workspaceId,
      recipeId: row.id,
      version: { in: [row.currentVersion ?? 0, row.shadowVersion ?? 0] },
    },
    select: { version: true, definition: true },
  });
  const isDraft = (version: number) =>
    published.some((one) => one.version === version && isDeepStrictEqual(one.definition, row.definition));
  const where = { workspaceId_recipeId: { workspaceId, recipeId: row.id } };
  const state = await ctx.db.triggerState.findUnique({ where });
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    version: row.currentVersion,
    changed: row.currentVersion === null || !isDraft(row.currentVersion),
    shadow:
      row.shadowVersion === null
        ? null
        : { version: row.shadowVersion, changed: !isDraft(row.shadowVersion) },
    templateId: row.templateId,
    key: row.key,
    folder: row.folder,
    tags: row.tags,
    archived: row.archivedAt !== null,
    definition: row.definition,
    revision: draftRevision(row.definition),
    problems: lint(row.definition, await lintEnvironment(ctx, row)),
    hook: row.hookToken ? { url: hookUrl(row.hookToken), hasSecret: row.hookSecret !== null } : null,
    look: state ? lookView(state) : null,
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function lookView({ lookedAt, dueAt, problem }: TriggerState): RecipeView["look"] {
  return { lookedAt: lookedAt?.toISOString() ?? null, nextAt: dueAt.toISOString(), problem };
}
