import type Stripe from "stripe";
import { v7 as uuid } from "uuid";
import { pool } from "~/server/db";
import { admitSoon } from "~/server/engine/admission";
import { PRIORITY } from "~/server/engine/limits";
import { listedEvent } from "~/server/events/stripe-event";
import { foundBy, lanesOf } from "~/server/recipes/lanes";

/** Whose runs are made up for. */
export interface Backfilled {
  workspaceId: string;
  recipeId: string;
  connectionId: string;
}

/** Which of these events the recipe has a run for, and when that was made. */
export async function runsOf(
  { workspaceId, recipeId, connectionId }: Backfilled,
  events: readonly Stripe.Event[],
): Promise<Map<string, Date>> {
  if (events.length === 0) return new Map();
  const { rows } = await pool().query<{ id: string; madeAt: Date }>(
    `SELECT e."externalId" AS id, r."createdAt" AS "madeAt"
     FROM "Event" e JOIN "Run" r ON r."workspaceId" = $1 AND r."recipeId" = $2 AND r."eventId" = e."id" AND r."sequence" = 0
     WHERE e."workspaceId" = $1 AND e."originId" = $3 AND e."externalId" = ANY($4)`,
    [workspaceId, recipeId, connectionId, events.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, madeAt }) => [id, madeAt]));
}

// An event that is here keeps its payload, unless that was forgotten; its fate changes only when it gets a run now. Whoever
// else makes the run at the same time has made it: it is unique by recipe, event and sequence.
const QUEUE = `
WITH recipe AS (
  SELECT "id", "currentVersion", "status" = 'shadow' AS shadow, "laneBy" FROM "Recipe"
  WHERE "workspaceId" = $1 AND "id" = $2 AND "status" IN ('live', 'shadow') AND "archivedAt" IS NULL AND "currentVersion" IS NOT NULL
), place AS (
  SELECT "pausedAt" IS NOT NULL AS paused FROM "Workspace" WHERE "id" = $1
), given AS (
  SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::uuid[], $10::uuid[], $11::jsonb[], $13::jsonb[])
    AS given("externalId", "type", "apiVersion", "body", "occurredAt", "eventId", "runId", "lanes", "found")
), event AS (
  INSERT INTO "Event" ("workspaceId", "id", "connectionId", "originId", "externalId", "type", "source", "apiVersion", "payload", "occurredAt",
                       "objectId", "customerId", "email", "amount", "currency", "moneyKey", "fate")
  SELECT $1, given."eventId", $3, $3, given."externalId", given."type", 'backfill', given."apiVersion", given."body"::json, given."occurredAt",
         found->>'objectId', found->>'customerId', found->>'email', (found->>'amount')::bigint, found->>'currency', found->>'moneyKey',
         (CASE WHEN place.paused THEN 'held' ELSE 'ran' END)::"EventFate"
  FROM given CROSS JOIN place CROSS JOIN recipe
  ON CONFLICT ("workspaceId", "originId", "externalId") DO UPDATE SET
    "payload" = CASE WHEN "Event"."prunedAt" IS NULL THEN "Event"."payload" ELSE excluded."payload" END, "prunedAt" = NULL,
    "customerId" = excluded."customerId", "email" = excluded."email",
    "fate" = CASE WHEN "Event"."fate" IN ('unmatched', 'filtered', 'superseded') AND NOT EXISTS (
               SELECT 1 FROM "Run" r WHERE r."workspaceId" = $1 AND r."recipeId" = $2 AND r."eventId" = "Event"."id" AND r."sequence" = 0)
             THEN excluded."fate" ELSE "Event"."fate" END
  RETURNING "id", "externalId"
), run AS (
  INSERT INTO "Run" ("workspaceId", "id", "recipeId", "version", "sequence", "eventId", "rootRunId", "mode", "dryRun", "priority",
                     "lane", "subject", "laneAt", "status", "waitingFor")
  SELECT $1, given."runId", recipe."id", recipe."currentVersion", 0, event."id", given."runId",
         (CASE WHEN recipe.shadow THEN 'shadow' ELSE 'live' END)::"RunMode", recipe.shadow, $12, turn.lane,
         CASE WHEN turn.lane IS NOT NULL THEN given."lanes"->>'subject' END, CASE WHEN turn.lane IS NOT NULL THEN given."occurredAt" END,
         (CASE WHEN place.paused THEN 'held' ELSE 'queued' END)::"RunStatus", CASE WHEN place.paused THEN 'workspace' END
  FROM given JOIN event ON event."externalId" = given."externalId" CROSS JOIN recipe CROSS JOIN place
  CROSS JOIN LATERAL (SELECT CASE WHEN NOT recipe.shadow AND recipe."laneBy" IS NOT NULL THEN given."lanes"->>recipe."laneBy" END AS lane) turn
  ON CONFLICT ("workspaceId", "recipeId", "eventId", "sequence") DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM run)::int AS queued, EXISTS (SELECT 1 FROM recipe) AS "isLive"`;

/**
 * Queues a bulk run of the recipe for each of these events that has none, oldest first; events that are not here yet are
 * stored. All or nothing. Returns how many runs were made; null when the recipe is live no more.
 */
export async function queueRuns(
  { workspaceId, recipeId, connectionId }: Backfilled,
  events: readonly Stripe.Event[],
): Promise<number | null> {
  const listed = events.map((event) => listedEvent(workspaceId, connectionId, event));
  const { rows } = await pool().query<{ queued: number; isLive: boolean }>({
    name: "queue-backfill",
    text: QUEUE,
    values: [
      workspaceId,
      recipeId,
      connectionId,
      listed.map(({ externalId }) => externalId),
      listed.map(({ type }) => type),
      listed.map(({ apiVersion }) => apiVersion),
      listed.map(({ body }) => body),
      listed.map(({ occurredAt }) => occurredAt),
      listed.map(() => uuid()),
      listed.map(() => uuid()),
      listed.map(({ about }) => JSON.stringify(lanesOf(about))),
      PRIORITY.bulk,
      listed.map(({ about }) => JSON.stringify(foundBy(about))),
    ],
  });
  if (!rows[0]?.isLive) return null;
  admitSoon(workspaceId);
  return rows[0].queued;
}
