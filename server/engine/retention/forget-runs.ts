import type { PoolClient } from "pg";
import type { Place } from "./batch";
import { KEPT } from "./policy";

// A lineage is kept or forgotten as a whole: what a rerun must not repeat stands in the runs before it.
const STAYS = `EXISTS (
  SELECT 1 FROM "Run" r JOIN "Run" l ON l."workspaceId" = r."workspaceId" AND l."rootRunId" = r."rootRunId"
  WHERE r."workspaceId" = $1 AND r."eventId" = e."id" AND (
    l."status" IN ('queued', 'running', 'waiting', 'held')
    OR coalesce(l."finishedAt", l."createdAt") > now() - $2 * interval '1 day'
    OR (l."status" IN ('failed', 'outcome_unknown') AND l."mode" = 'live' AND l."resolvedAt" IS NULL
        AND coalesce(l."finishedAt", l."createdAt") > now() - interval '${KEPT.failure} days')))`;

const NEXT = `
SELECT "id", "receivedAt" AS at FROM "Event"
WHERE "workspaceId" = $1 AND "prunedAt" IS NULL AND "receivedAt" < now() - $2 * interval '1 day'
  AND "receivedAt" >= $4 AND ("receivedAt", "id") > ($4, $5::uuid)
ORDER BY "receivedAt", "id" LIMIT $3`;

// Who holds the event's row can be sure that no run is added to it meanwhile.
const LOCK = `SELECT e."id" FROM "Event" e WHERE e."workspaceId" = $1 AND e."id" = ANY ($3::uuid[]) AND NOT ${STAYS} FOR UPDATE OF e SKIP LOCKED`;

// Counted and deleted in one statement, so that neither happens without the other. Asked anew: a rerun may have begun
// between the look and the lock.
const FORGET = `
WITH over AS (
  SELECT e."id" FROM "Event" e WHERE e."workspaceId" = $1 AND e."id" = ANY ($3::uuid[]) AND e."prunedAt" IS NULL AND NOT ${STAYS}
), gone AS (
  DELETE FROM "Run" r USING over WHERE r."workspaceId" = $1 AND r."eventId" = over."id"
  RETURNING (r."createdAt" AT TIME ZONE 'UTC')::date AS day, r."recipeId", r."status"::text AS state
), counted AS (
  INSERT INTO "DailyCount" ("workspaceId", "day", "noun", "recipeId", "state", "count")
  SELECT $1, day, 'run', "recipeId", state, count(*) FROM gone GROUP BY day, "recipeId", state ORDER BY day, "recipeId", state
  ON CONFLICT ("workspaceId", "day", "noun", "recipeId", "state") DO UPDATE SET "count" = "DailyCount"."count" + excluded."count"
)
UPDATE "Event" e SET "payload" = '{}', "customerId" = NULL, "email" = NULL, "prunedAt" = now() FROM over WHERE e."workspaceId" = $1 AND e."id" = over."id"`;

interface Row {
  id: string;
  at: Date;
}

/** Forgets the runs and the payloads of the next events whose time is over; null when there are no more. */
export async function forgetRuns(
  client: PoolClient,
  workspaceId: string,
  days: number,
  most: number,
  after: Place,
): Promise<Place | null> {
  const { rows } = await client.query<Row>(NEXT, [workspaceId, days, most, after.at, after.id]);
  const locked = await client.query<Row>(LOCK, [workspaceId, days, rows.map(({ id }) => id)]);
  if (locked.rows.length > 0)
    await client.query(FORGET, [workspaceId, days, locked.rows.map(({ id }) => id)]);
  return rows.at(-1) ?? null;
}
