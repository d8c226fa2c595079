import type { ServiceContext } from "~/server/services/context";
import type { MoneySum } from "./schemas";
import type { Times } from "./spans";

/**
 * What the handled events were about, largest number of payments first. Handled is what started a run and was not filtered
 * out; tests are not counted, and of events about the same money (`moneyOfEvent`) only the one with the highest amount.
 */
export function readMoney(
  { db, workspaceId }: ServiceContext,
  { before, since, until }: Times,
): Promise<MoneySum[]> {
  return db.$queryRaw<MoneySum[]>`
    WITH paid AS (
      SELECT "currency", "moneyKey", "receivedAt" >= ${since} AS "isNow", max("amount") AS amount FROM "Event"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "receivedAt" >= ${before} AND "receivedAt" < ${until}
        AND "amount" IS NOT NULL AND "fate" = 'ran' AND "source" <> 'manual'
      GROUP BY 1, 2, 3
    )
    SELECT "currency", coalesce(sum(amount) FILTER (WHERE "isNow"), 0)::float8 AS amount,
           (count(*) FILTER (WHERE "isNow"))::int AS payments, coalesce(sum(amount) FILTER (WHERE NOT "isNow"), 0)::float8 AS before
    FROM paid GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT 20`;
}
