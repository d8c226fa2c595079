import type { PoolClient } from "pg";
import type { Place } from "./batch";
import { KEPT } from "./policy";

const FORGET = `
WITH over AS (
  SELECT e."id", e."receivedAt" FROM "Event" e
  WHERE e."workspaceId" = $1 AND e."prunedAt" IS NOT NULL AND e."receivedAt" < now() - greatest($2, ${KEPT.event}) * interval '1 day'
    AND e."receivedAt" >= $4 AND (e."receivedAt", e."id") > ($4, $5::uuid)
    AND NOT EXISTS (SELECT 1 FROM "Run" r WHERE r."workspaceId" = $1 AND r."eventId" = e."id")
  ORDER BY e."receivedAt", e."id" LIMIT $3 FOR UPDATE OF e SKIP LOCKED
), gone AS (
  DELETE FROM "Event" e USING over WHERE e."workspaceId" = $1 AND e."id" = over."id"
  RETURNING (e."receivedAt" AT TIME ZONE 'UTC')::date AS day, e."fate"::text AS state
), counted AS (
  INSERT INTO "DailyCount" ("workspaceId", "day", "noun", "recipeId", "state", "count")
  SELECT $1, day, 'event', '00000000-0000-0000-0000-000000000000', state, count(*) FROM gone GROUP BY day, state ORDER BY day, state
  ON CONFLICT ("workspaceId", "day", "noun", "recipeId", "state") DO UPDATE SET "count" = "DailyCount"."count" + excluded."count"
)
SELECT "id", "receivedAt" AS at FROM over ORDER BY at DESC, "id" DESC LIMIT 1`;

/** Forgets that the next events were here, once nobody can send them again; null when there are no more. */
export async function forgetEvents(
  client: PoolClient,
  workspaceId: string,
  days: number,
  most: number,
  after: Place,
): Promise<Place | null> {
  const values = [workspaceId, days, most, after.at, after.id];
  const { rows } = await client.query<Place>(FORGET, values);
  return rows[0] ?? null;
}
