import type { PoolClient } from "pg";
import { type Place, START } from "./batch";
import { KEPT } from "./policy";

/** What sandbox accounts have sent and were sent; their customers, prices and people stay. */
const TRAFFIC = [
  "delivery",
  "event",
  "form_submission",
  "idempotency",
  "message",
  "meter_event",
  "person_event",
  "pipelines_message",
  "report",
];

/** Mails have the workspace's own time: they tell of its runs. */
const FORGET = [
  `DELETE FROM "Mail" WHERE "workspaceId" = $1 AND "id" IN (
     SELECT "id" FROM "Mail" WHERE "workspaceId" = $1 AND "createdAt" < now() - $2 * interval '1 day' LIMIT $3 FOR UPDATE SKIP LOCKED)`,
  `DELETE FROM "BulkOperation" WHERE "workspaceId" = $1 AND "id" IN (
     SELECT "id" FROM "BulkOperation" WHERE "workspaceId" = $1 AND "status" IN ('done', 'canceled', 'failed')
       AND "finishedAt" < now() - ${KEPT.finished} * interval '1 day' AND $2::int > 0 LIMIT $3 FOR UPDATE SKIP LOCKED)`,
  `DELETE FROM "SandboxObject" WHERE "workspaceId" = $1 AND ("accountId", "kind", "id") IN (
     SELECT "accountId", "kind", "id" FROM "SandboxObject" WHERE "workspaceId" = $1 AND "kind" IN ('${TRAFFIC.join("', '")}')
       AND "createdAt" < now() - ${KEPT.finished} * interval '1 day' AND $2::int > 0 LIMIT $3 FOR UPDATE SKIP LOCKED)`,
];

/** Forgets mails, finished bulk work and what went through sandbox accounts; null when there is no more. */
export async function forgetRest(
  client: PoolClient,
  workspaceId: string,
  days: number,
  most: number,
): Promise<Place | null> {
  let isMore = false;
  for (const statement of FORGET) {
    const { rowCount } = await client.query(statement, [workspaceId, days, most]);
    if (rowCount === most) isMore = true;
  }
  return isMore ? START : null;
}
