import type { ServiceContext } from "~/server/services/context";
import type { FailureCounts } from "./schemas";

/** Beyond this many causes nobody counts on. */
const MOST = 1_000;

/** How many causes wait in the inbox, each found by the index however many runs it has. */
export async function countFailures({ db, workspaceId, actor }: ServiceContext): Promise<FailureCounts> {
  const me = actor.kind === "user" ? actor.id : null;
  const [row] = await db.$queryRaw<FailureCounts[]>`
    WITH RECURSIVE keys(key, ordinal) AS (
      (SELECT r."failureKey", 1 FROM "Run" r
       WHERE r."workspaceId" = ${workspaceId}::uuid AND r."failureKey" IS NOT NULL AND r."resolvedAt" IS NULL
       ORDER BY r."failureKey" LIMIT 1)
      UNION ALL
      SELECT (SELECT r."failureKey" FROM "Run" r
              WHERE r."workspaceId" = ${workspaceId}::uuid AND r."failureKey" IS NOT NULL AND r."resolvedAt" IS NULL
                AND r."failureKey" > keys.key
              ORDER BY r."failureKey" LIMIT 1), ordinal + 1
      FROM keys WHERE keys.key IS NOT NULL AND ordinal < ${MOST}
    ), found AS (
      SELECT coalesce(g."snoozedUntil" > now(), false) AS asleep, coalesce(g."assigneeId" = ${me}::uuid, false) AS mine
      FROM keys LEFT JOIN "FailureGroup" g ON g."workspaceId" = ${workspaceId}::uuid AND g."key" = keys.key
      WHERE keys.key IS NOT NULL
    )
    SELECT count(*) FILTER (WHERE NOT asleep)::int AS open, count(*) FILTER (WHERE NOT asleep AND mine)::int AS mine,
           count(*) FILTER (WHERE asleep)::int AS snoozed
    FROM found`;
  return row ?? { open: 0, mine: 0, snoozed: 0 };
}
