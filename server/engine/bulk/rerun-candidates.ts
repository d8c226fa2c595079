import { pool } from "~/server/db";
import type { BulkRerun } from "~/server/services/bulk/schemas";

export type Wanted = BulkRerun["filter"];

// Live runs that nobody ran again before the operation began, and that nobody took out of the inbox; one that was run again
// since then stays in, so that a turn that was cut off finds what it did.
const SUCH = `
FROM "Run" r
WHERE r."workspaceId" = $1 AND r."mode" = 'live' AND NOT r."dryRun" AND r."status"::text = ANY($2)
  AND ($3::uuid IS NULL OR r."recipeId" = $3)
  AND ($4::timestamptz IS NULL OR r."createdAt" >= $4) AND ($5::timestamptz IS NULL OR r."createdAt" < $5)
  AND ($6::text[] IS NULL OR r."failureKey" = ANY($6))
  AND NOT EXISTS (SELECT 1 FROM "Run" n WHERE n."workspaceId" = $1 AND n."rootRunId" = r."rootRunId" AND n."mode" = 'live'
                    AND n."id" > r."id" AND n."createdAt" < $7)`;
const AGAIN = `EXISTS (SELECT 1 FROM "Run" n WHERE n."workspaceId" = $1 AND n."rootRunId" = r."rootRunId" AND n."rerunOfId" = r."id")`;

function valuesOf(
  workspaceId: string,
  { statuses, recipeId, since, until, failureKeys }: Wanted,
  began: Date,
): unknown[] {
  return [workspaceId, statuses, recipeId ?? null, since ?? null, until ?? null, failureKeys ?? null, began];
}

/** How many runs a filter means now, and the newest of them; null where there is none. */
export async function countCandidates(
  workspaceId: string,
  wanted: Wanted,
): Promise<{ count: number; upTo: string | null }> {
  const { rows } = await pool().query<{ count: number; upTo: string | null }>(
    `SELECT count(*)::int AS count, max(r."id"::text) AS "upTo" ${SUCH} AND r."resolvedAt" IS NULL`,
    valuesOf(workspaceId, wanted, new Date()),
  );
  return rows[0] ?? { count: 0, upTo: null };
}

export interface Candidate {
  id: string;
  /** It was run again since the operation began. */
  again: boolean;
  /** The step whose outcome nobody knows. */
  unknownStep: string | null;
}

/** The next runs after `after` and up to `upTo`, oldest first. */
export async function nextCandidates(
  { workspaceId, createdAt }: { workspaceId: string; createdAt: Date },
  { filter, upTo }: Pick<BulkRerun, "filter" | "upTo">,
  after: string | null,
  limit: number,
): Promise<Candidate[]> {
  const { rows } = await pool().query<Candidate>(
    `SELECT r."id", ${AGAIN} AS again, CASE WHEN r."status" = 'outcome_unknown' THEN r."error"->>'step' END AS "unknownStep" ${SUCH} AND (r."resolvedAt" IS NULL OR ${AGAIN})
       AND ($8::uuid IS NULL OR r."id" > $8) AND r."id" <= $9::uuid
     ORDER BY r."id" LIMIT $10`,
    [...valuesOf(workspaceId, filter, createdAt), after, upTo, limit],
  );
  return rows;
}
