import { pool } from "~/server/db";
import type { FailureRecord } from "~/server/services/failure/export-schemas";
import { findFailures } from "~/server/services/failure/read";
import type { Look } from "./rule";

/** Failures with one cause within a span. */
export interface Cause {
  /** `Run.failureKey`. */
  key: string;
  recipeId: string;
  recipeName: string;
  count: number;
  first: number;
  last: number;
  /** The first of its runs. */
  runId: string;
}

interface CauseRow extends Omit<Cause, "first" | "last"> {
  first: Date;
  last: Date;
  total: number;
}

const MOST = 300;
const FIND = `
SELECT g.*, recipe."name" AS "recipeName" FROM (
  SELECT r."failureKey" AS "key", r."recipeId"::text AS "recipeId", count(*)::int AS "count", min(r."finishedAt") AS "first",
         max(r."finishedAt") AS "last", min(r."id"::text) AS "runId", (sum(count(*)) OVER ())::int AS "total"
  FROM "Run" r
  WHERE r."workspaceId" = $1 AND r."failureKey" IS NOT NULL AND r."mode" = 'live' AND r."status" IN ('failed', 'outcome_unknown')
    AND r."finishedAt" > $2 AND r."finishedAt" <= $3 AND ($4::uuid IS NULL OR r."recipeId" = $4)
  GROUP BY r."failureKey", r."recipeId"
) g
JOIN "Recipe" recipe ON recipe."workspaceId" = $1 AND recipe."id" = g."recipeId"::uuid
ORDER BY g."first", g."key" LIMIT ${MOST}`;

/** What failed in the span of a look by cause, the earliest first, and how often altogether. */
export async function findCauses(look: Look): Promise<{ causes: Cause[]; total: number }> {
  if (look.from >= look.to) return { causes: [], total: 0 };
  const { rows } = await pool().query<CauseRow>({
    name: "find-causes",
    text: FIND,
    values: [look.workspaceId, look.from, look.to, look.recipeId],
  });
  const causes = rows.map(({ total: _, first, last, ...row }) => ({
    ...row,
    first: first.getTime(),
    last: last.getTime(),
  }));
  return { causes, total: rows[0]?.total ?? 0 };
}

/** The error of the first run of each cause, by the run's id. */
export async function examplesOf(
  { workspaceId }: Look,
  causes: readonly { runId: string }[],
): Promise<Map<string, FailureRecord>> {
  const found = await findFailures(
    workspaceId,
    causes.map(({ runId }) => runId),
  );
  return new Map(found.map((failure) => [failure.run_id, failure]));
}
