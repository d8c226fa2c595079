import { getTrigger } from "~/server/connectors/triggers";
import { Definition, type Step } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import { eventTypesOf } from "~/server/recipes/trigger";
import type { Trigger } from "~/server/recipes/trigger-schema";
import type { ServiceContext } from "~/server/services/context";
import type { RecipeFilter, RecipeSummary } from "./schemas";
import { hasWords } from "./search";

interface Activity {
  recipeId: string;
  total: number;
  failed: number;
  lastRunAt: Date | null;
}

/** The workspace's recipes, last changed first, with what they did in the last 24 hours. */
export async function listRecipes(ctx: ServiceContext, filter: RecipeFilter = {}): Promise<RecipeSummary[]> {
  const { workspaceId } = ctx;
  const { status, folder, tag, archived, q = "" } = filter;
  const [rows, activity] = await Promise.all([
    ctx.db.recipe.findMany({
      where: {
        workspaceId,
        deletedAt: null,
        archivedAt: archived === "true" ? { not: null } : null,
        ...(status && { status }),
        ...(folder && { folder }),
        ...(tag && { tags: { has: tag } }),
      },
      orderBy: { updatedAt: "desc" },
      include: { triggerState: { select: { problem: true } } },
    }),
    ctx.db.$queryRaw<Activity[]>`
      SELECT r."id" AS "recipeId", coalesce(day.total, 0) AS total, coalesce(day.failed, 0) AS failed,
             coalesce(last."createdAt", forgotten.day) AS "lastRunAt"
      FROM "Recipe" r
      LEFT JOIN (
        SELECT "recipeId", count(*)::int AS total,
               (count(*) FILTER (WHERE "status" IN ('failed', 'outcome_unknown')))::int AS failed
        FROM "Run" WHERE "workspaceId" = ${workspaceId}::uuid AND "createdAt" > now() - interval '24 hours'
        GROUP BY "recipeId"
      ) day ON day."recipeId" = r."id"
      LEFT JOIN LATERAL (
        SELECT "createdAt" FROM "Run" WHERE "workspaceId" = r."workspaceId" AND "recipeId" = r."id" ORDER BY "id" DESC LIMIT 1
      ) last ON true
      LEFT JOIN LATERAL (
        SELECT max("day")::timestamp AT TIME ZONE 'UTC' AS day FROM "DailyCount" WHERE "workspaceId" = r."workspaceId" AND "noun" = 'run' AND "recipeId" = r."id" AND last."createdAt" IS NULL
      ) forgotten ON true
      WHERE r."workspaceId" = ${workspaceId}::uuid AND r."deletedAt" IS NULL`,
  ]);
  const byRecipe = new Map(activity.map((entry) => [entry.recipeId, entry]));
  const summaries = rows.map((row) => {
    const parsed = Definition.safeParse(row.definition);
    const seen = byRecipe.get(row.id);
    return {
      id: row.id,
      name: row.name,
      status: row.status,
      version: row.currentVersion,
      templateId: row.templateId,
      key: row.key,
      folder: row.folder,
      tags: row.tags,
      archived: row.archivedAt !== null,
      triggerEvents: parsed.success ? eventTypesOf(parsed.data.trigger) : row.triggerEvents,
      startsWith: parsed.success ? startOf(parsed.data.trigger) : null,
      lookProblem: row.triggerState?.problem ?? null,
      actions: parsed.success ? actionIds(parsed.data.steps) : [],
      runs24h: { total: seen?.total ?? 0, failed: seen?.failed ?? 0 },
      lastRunAt: seen?.lastRunAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  });
  return summaries.filter((summary) => hasWords(summary, q));
}

/** An account's events name themselves; everything else is named by its trigger. */
function startOf({ type }: Trigger): string | null {
  const trigger = getTrigger(type);
  return trigger?.origin === "recipe" ? trigger.title : null;
}

function actionIds(steps: readonly Step[]): string[] {
  return allSteps(steps).flatMap(({ step }) => ("action" in step ? [step.action] : []));
}
