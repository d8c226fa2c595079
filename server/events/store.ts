import { v7 as uuid } from "uuid";
import { pool } from "~/server/db";
import { POLICY } from "~/server/engine/limits";
import { env } from "~/server/env";
import type { EventSource } from "~/server/generated/prisma/enums";
import { foundBy, lanesOf } from "~/server/recipes/lanes";
import type { NormalizedEvent } from "./normalize";

/** What the outside world sent, ready to be stored. */
export interface ReceivedEvent extends NormalizedEvent {
  workspaceId: string;
  /** Null for what came through no connection. */
  connectionId: string | null;
  /** Within what the external id is unique: the connection unless it is one recipe's own event. */
  originId: string;
  source: EventSource;
  /** Of its runs: negative for what somebody waits for, positive for bulk work. */
  priority?: number;
  /** The body exactly as received (JSON text). */
  body: string;
}

export interface StoredEvent {
  eventId: string;
  /** False for a delivery of an event that was already stored. */
  fresh: boolean;
  /** Those that nothing else runs beside come first, shadow runs beside them last. */
  runIds: string[];
  /** Those of them that the engine has to be told about now. */
  admitted: string[];
  /** True when some of them wait in line. */
  isWaiting: boolean;
}

// One statement is one transaction and one round trip: the event, a run for each recipe that is still live, and its job.
// A version in shadow beside the live one gets a run too. It is of the same lineage, so that both build the same keys.
// Runs that find no place, and those that have to take turns, wait in line without a job. So do all where somebody set a
// number of their own: deliveries at once cannot see each other, and only admission counts exactly.
const STORE = `
WITH matched AS (
  SELECT m."runId", m."shadowId", r."id" AS "recipeId", r."currentVersion", r."shadowVersion", r."status",
         CASE WHEN r."status" = 'live' AND r."laneBy" IS NOT NULL THEN $16::jsonb->>r."laneBy" END AS "lane", r."concurrency" IS NOT NULL AS limited
  FROM unnest($9::uuid[], $10::uuid[], $14::uuid[]) AS m("recipeId", "runId", "shadowId")
  JOIN "Recipe" r ON r."workspaceId" = $1 AND r."id" = m."recipeId"
   AND r."status" IN ('live', 'shadow') AND r."currentVersion" IS NOT NULL
), place AS (
  SELECT w."pausedAt" IS NOT NULL AS paused, (SELECT count(*) FROM (
    SELECT 1 FROM "Run" WHERE "workspaceId" = $1 AND "dispatchedAt" IS NOT NULL AND "status" IN ('queued', 'running') LIMIT $15
  ) running) < $15 AND w."concurrency" IS NULL AS free
  FROM "Workspace" w WHERE w."id" = $1
), event AS (
  INSERT INTO "Event" ("workspaceId", "id", "connectionId", "originId", "externalId", "type", "source", "apiVersion", "payload", "occurredAt",
                       "objectId", "customerId", "email", "amount", "currency", "moneyKey", "fate")
  SELECT $1, $2, $3, $13, $4, $5, $6::"EventSource", $7, $8::json, $11, $18, $19, $20, $21, $22, $23,
         (CASE WHEN NOT EXISTS (SELECT 1 FROM matched) THEN 'unmatched' WHEN (SELECT paused FROM place) THEN 'held' ELSE 'ran' END)::"EventFate"
  ON CONFLICT ("workspaceId", "originId", "externalId")
  DO UPDATE SET "deliveries" = "Event"."deliveries" + 1, "lastReceivedAt" = now()
  RETURNING "id", (xmax = 0) AS fresh
), runs AS (
  INSERT INTO "Run" ("workspaceId", "id", "recipeId", "version", "sequence", "eventId", "rootRunId", "mode", "dryRun", "priority",
                     "lane", "subject", "laneAt", "status", "waitingFor", "dispatchedAt")
  SELECT $1, made."id", m."recipeId", made."version", made."sequence", event."id", m."runId",
         (CASE WHEN made.shadow THEN 'shadow' ELSE 'live' END)::"RunMode", made.shadow, $17,
         made."lane", CASE WHEN made."lane" IS NOT NULL THEN $16::jsonb->>'subject' END, CASE WHEN made."lane" IS NOT NULL THEN $11::timestamptz END,
         (CASE WHEN place.paused THEN 'held' ELSE 'queued' END)::"RunStatus", CASE WHEN place.paused THEN 'workspace' END,
         CASE WHEN place.free AND NOT place.paused AND made."lane" IS NULL AND NOT m.limited THEN now() END
  FROM matched m CROSS JOIN event CROSS JOIN place CROSS JOIN LATERAL (VALUES
    (m."runId", m."currentVersion", 0, m."status" = 'shadow', m."lane"),
    (m."shadowId", m."shadowVersion", -1, true, NULL)
  ) AS made("id", "version", "sequence", shadow, "lane")
  WHERE event.fresh AND (made."sequence" = 0 OR (m."status" = 'live' AND m."shadowVersion" IS NOT NULL))
  RETURNING "id", "sequence", "dispatchedAt" IS NOT NULL AS admitted
), jobs AS (
  SELECT graphile_worker.add_job('run-recipe', json_build_object('workspaceId', $1::uuid, 'runId', runs."id"),
         job_key := 'run:' || runs."id", priority := $17) FROM runs WHERE $12 AND runs.admitted
)
SELECT event."id", event.fresh, (SELECT count(*) FROM jobs) AS jobs,
       coalesce((SELECT array_agg(runs."id"::text ORDER BY runs."sequence" DESC) FROM runs), '{}') AS "runIds",
       coalesce((SELECT array_agg(runs."id"::text) FROM runs WHERE runs.admitted), '{}') AS admitted,
       EXISTS (SELECT 1 FROM runs WHERE NOT runs.admitted) AS "isWaiting"
FROM event`;

/** What names nobody still takes turns with all others, where all do. */
const NOBODY = { customer: null, subscription: null, object: null };

type Row = Omit<StoredEvent, "eventId"> & { id: string };

/** Stores an event once and starts its runs, all or nothing. `recipeIds` are the matched recipes. */
export async function storeEvent(event: ReceivedEvent, recipeIds: string[]): Promise<StoredEvent> {
  const found = foundBy(event.about ?? NOBODY);
  const { rows } = await pool().query<Row>({
    name: "store-event",
    text: STORE,
    values: [
      event.workspaceId,
      uuid(),
      event.connectionId,
      event.externalId,
      event.type,
      event.source,
      event.apiVersion,
      event.body,
      recipeIds,
      recipeIds.map(() => uuid()),
      event.occurredAt,
      env.ENGINE === "embedded",
      event.originId,
      recipeIds.map(() => uuid()),
      POLICY.workspaceConcurrency,
      JSON.stringify(lanesOf(event.about ?? NOBODY)),
      event.priority ?? 0,
      found.objectId,
      found.customerId,
      found.email,
      found.amount,
      found.currency,
      found.moneyKey,
    ],
  });
  const row = rows[0];
  if (!row) throw new Error("The event was not stored.");
  const { id: eventId, fresh, runIds, admitted, isWaiting } = row;
  return { eventId, fresh, runIds, admitted, isWaiting };
}
