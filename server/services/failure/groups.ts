import type { ServiceContext } from "~/server/services/context";
import { type GroupRow, groupView } from "./group-view";
import type { FailureGroup } from "./schemas";

/** Which groups to read; what is null does not matter. */
export interface Wanted {
  key: string | null;
  recipeId: string | null;
  status: FailureGroup["status"] | null;
  /** True for those that sleep, false for those that do not. */
  snoozed: boolean | null;
  assigneeId: string | null;
  /** Only groups whose newest run is older than this one. */
  before: string | null;
  limit: number;
}

/** Groups of open failures, the one with the newest run first, each with the id of that run. */
export async function readGroups(
  { db, workspaceId }: ServiceContext,
  { key, recipeId, status, snoozed, assigneeId, before, limit }: Wanted,
): Promise<(FailureGroup & { id: string })[]> {
  const rows = await db.$queryRaw<GroupRow[]>`
    WITH open AS (
      SELECT "failureKey" AS key, count(*)::int AS count, min("finishedAt") AS "firstAt", max("finishedAt") AS "lastAt",
             max("id"::text)::uuid AS newest
      FROM "Run"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "failureKey" IS NOT NULL AND "resolvedAt" IS NULL
        AND (${key}::text IS NULL OR "failureKey" = ${key})
        AND (${recipeId}::uuid IS NULL OR "recipeId" = ${recipeId}::uuid)
      GROUP BY "failureKey"
    ), shown AS (
      SELECT open.*, run."recipeId", run."version", run."status", run."error", g."assigneeId", g."snoozedUntil", g."note"
      FROM open
      JOIN "Run" run ON run."workspaceId" = ${workspaceId}::uuid AND run."id" = open.newest
      LEFT JOIN "FailureGroup" g ON g."workspaceId" = ${workspaceId}::uuid AND g."key" = open.key
      WHERE (${before}::uuid IS NULL OR open.newest < ${before}::uuid)
        AND (${status}::text IS NULL OR run."status"::text = ${status})
        AND (${snoozed}::boolean IS NULL OR coalesce(g."snoozedUntil" > now(), false) = ${snoozed})
        AND (${assigneeId}::uuid IS NULL OR g."assigneeId" = ${assigneeId}::uuid)
      ORDER BY open.newest DESC LIMIT ${limit}
    )
    SELECT shown.*, recipe."name" AS "recipeName", version."definition", u."email", u."name", newest_runs.ids AS "runIds"
    FROM shown
    JOIN "Recipe" recipe ON recipe."workspaceId" = ${workspaceId}::uuid AND recipe."id" = shown."recipeId"
    LEFT JOIN "RecipeVersion" version ON version."workspaceId" = ${workspaceId}::uuid AND version."recipeId" = shown."recipeId"
         AND version."version" = shown."version"
    LEFT JOIN "User" u ON u."id" = shown."assigneeId"
    CROSS JOIN LATERAL (
      SELECT array_agg(n."id"::text) AS ids FROM (
        SELECT r."id" FROM "Run" r
        WHERE r."workspaceId" = ${workspaceId}::uuid AND r."failureKey" = shown.key AND r."failureKey" IS NOT NULL AND r."resolvedAt" IS NULL
        ORDER BY r."id" DESC LIMIT 5
      ) n
    ) newest_runs
    ORDER BY shown.newest DESC`;
  return rows.map((row) => ({ id: row.newest, ...groupView(row) }));
}
