import { v7 as uuid } from "uuid";
import { pool } from "~/server/db";
import { env } from "~/server/env";
import type { EventSource } from "~/server/generated/prisma/enums";
import type { NormalizedEvent } from "./normalize";

/** What the outside world sent, ready to be stored. */
export interface ReceivedEvent extends NormalizedEvent {
  workspaceId: string;
  /** Null for what came through no connection. */
  connectionId: string | null;
  /** Within what the external id is unique: the connection unless it is one recipe's own event. */
  originId: string;
  source: EventSource;
  /** The body exactly as received (JSON text). */
  body: string;
}

export interface StoredEvent {
  eventId: string;
  /** False for a delivery of an event that was already stored. */
  fresh: boolean;
  /** Those that nothing else runs beside come first, shadow runs beside them last. */
  runIds: string[];
}

// One statement is one transaction and one round trip: the event, a run for each recipe that is still live, and its job.
// A version in shadow beside the live one gets a run too. It is of the same lineage, so that both build the same keys.
const STORE = `
WITH matched AS (
  SELECT m."runId", m."shadowId", r."id" AS "recipeId", r."currentVersion", r."shadowVersion", r."status"
  FROM unnest($9::uuid[], $10::uuid[], $14::uuid[]) AS m("recipeId", "runId", "shadowId")
  JOIN "Recipe" r ON r."workspaceId" = $1 AND r."id" = m."recipeId"
   AND r."status" IN ('live', 'shadow') AND r."currentVersion" IS NOT NULL
), event AS (
  INSERT INTO "Event" ("workspaceId", "id", "connectionId", "originId", "externalId", "type", "source", "apiVersion", "payload", "occurredAt", "fate")
  SELECT $1, $2, $3, $13, $4, $5, $6::"EventSource", $7, $8::json, $11,
         (CASE WHEN EXISTS (SELECT 1 FROM matched) THEN 'ran' ELSE 'unmatched' END)::"EventFate"
  ON CONFLICT ("workspaceId", "originId", "externalId")
  DO UPDATE SET "deliveries" = "Event"."deliveries" + 1, "lastReceivedAt" = now()
  RETURNING "id", (xmax = 0) AS fresh
), runs AS (
  INSERT INTO "Run" ("workspaceId", "id", "recipeId", "version", "sequence", "eventId", "rootRunId", "mode", "dryRun", "dispatchedAt")
  SELECT $1, made."id", m."recipeId", made."version", made."sequence", event."id", m."runId",
         (CASE WHEN made.shadow THEN 'shadow' ELSE 'live' END)::"RunMode", made.shadow,
         CASE WHEN $12 THEN now() END
  FROM matched m CROSS JOIN event CROSS JOIN LATERAL (VALUES
    (m."runId", m."currentVersion", 0, m."status" = 'shadow'),
    (m."shadowId", m."shadowVersion", -1, true)
  ) AS made("id", "version", "sequence", shadow)
  WHERE event.fresh AND (made."sequence" = 0 OR (m."status" = 'live' AND m."shadowVersion" IS NOT NULL))
  RETURNING "id", "sequence"
), jobs AS (
  SELECT graphile_worker.add_job('run-recipe', json_build_object('workspaceId', $1::uuid, 'runId', runs."id"),
         job_key := 'run:' || runs."id") FROM runs WHERE $12
)
SELECT event."id", event.fresh, (SELECT count(*) FROM jobs) AS jobs,
       coalesce((SELECT array_agg(runs."id"::text ORDER BY runs."sequence" DESC) FROM runs), '{}') AS "runIds"
FROM event`;

/** Stores an event once and starts its runs, all or nothing. `recipeIds` are the matched recipes. */
export async function storeEvent(event: ReceivedEvent, recipeIds: string[]): Promise<StoredEvent> {
  const { rows } = await pool().query<{ id: string; fresh: boolean; runIds: string[] }>({
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
    ],
  });
  const row = rows[0];
  if (!row) throw new Error("The event was not stored.");
  return { eventId: row.id, fresh: row.fresh, runIds: row.runIds };
}
