import { v7 as uuid } from "uuid";
import { pool } from "~/server/db";
import type { Bench } from "./engine";

interface Wanted {
  recipeId: string;
  count: number;
  failureKey?: string;
  status?: "failed" | "outcome_unknown";
  /** Of the error. */
  step?: string;
}

/** Runs of as many events that failed with one cause, written as the engine leaves them; returns their ids, oldest first. */
export async function failedRuns(
  { ctx: { workspaceId }, stripe }: Bench,
  { recipeId, count, failureKey = "cause", status = "failed", step = "track" }: Wanted,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuid());
  const events = ids.map(() => uuid());
  const error = { code: "refused", message: "No.", remedy: "Mend it.", step, status: 400 };
  await pool().query(
    `INSERT INTO "Event" ("workspaceId", "id", "connectionId", "originId", "externalId", "type", "source", "payload", "occurredAt", "fate")
     SELECT $1, e.id, $2, $2, 'evt_' || e.id, 'customer.created', 'webhook',
            json_build_object('type', 'customer.created', 'data', json_build_object('object', json_build_object('object', 'customer', 'id', 'cus_' || (e.ordinal % 7)))),
            now(), 'ran'
     FROM unnest($3::uuid[]) WITH ORDINALITY AS e(id, ordinal)`,
    [workspaceId, stripe, events],
  );
  await pool().query(
    `INSERT INTO "Run" ("workspaceId", "id", "recipeId", "version", "eventId", "rootRunId", "status", "error", "failureKey", "dispatchedAt", "startedAt", "finishedAt")
     SELECT $1, r.id, $2, 1, r.event, r.id, $5::"RunStatus", $6::json, $7, now(), now(), now()
     FROM unnest($3::uuid[], $4::uuid[]) AS r(id, event)`,
    [workspaceId, recipeId, ids, events, status, JSON.stringify(error), failureKey],
  );
  return ids;
}
