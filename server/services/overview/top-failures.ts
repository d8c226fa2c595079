import type { ServiceContext } from "~/server/services/context";
import type { TopFailure } from "./schemas";
import type { Times } from "./spans";

type Row = Omit<TopFailure, "lastAt" | "message"> & { error: string | null; lastAt: Date };

/** What failed most often, by cause, whether somebody has looked at it since or not. */
export async function readTopFailures(
  { db, workspaceId }: ServiceContext,
  { since, until }: Times,
  limit: number,
): Promise<TopFailure[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH top AS (
      SELECT "failureKey" AS key, count(*)::int AS count, max("finishedAt") AS "lastAt", max("id"::text)::uuid AS newest,
             bool_or("resolvedAt" IS NULL) AS "isOpen" FROM "Run"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "failureKey" IS NOT NULL AND "finishedAt" >= ${since} AND "finishedAt" < ${until}
        AND "status" IN ('failed', 'outcome_unknown')
      GROUP BY 1 ORDER BY 2 DESC, 3 DESC LIMIT ${limit}
    )
    SELECT top.key, top.count, top."lastAt", top."isOpen", top.newest AS "runId", r."recipeId", recipe."name" AS "recipeName", r."error"::text AS error
    FROM top
    JOIN "Run" r ON r."workspaceId" = ${workspaceId}::uuid AND r."id" = top.newest
    JOIN "Recipe" recipe ON recipe."workspaceId" = r."workspaceId" AND recipe."id" = r."recipeId"
    ORDER BY top.count DESC, top."lastAt" DESC`;
  return rows.map(({ error, lastAt, ...row }) => ({
    ...row,
    message: messageOf(error),
    lastAt: lastAt.toISOString(),
  }));
}

function messageOf(error: string | null): string {
  const parsed: unknown = error === null ? null : JSON.parse(error);
  const isNamed = typeof parsed === "object" && parsed !== null && "message" in parsed;
  return isNamed && typeof parsed.message === "string" ? parsed.message : "It failed";
}
