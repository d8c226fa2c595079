import type { ServiceContext } from "~/server/services/context";
import type { FailureView } from "./schemas";

/** Payloads are read only so far: it is a hint, and a group may have ten thousand runs. */
const MOST_PAYLOADS = 500;

/** How many Stripe customers the newest open runs of a group are about; null when their events name none. */
export async function customersOf(
  { db, workspaceId }: ServiceContext,
  key: string,
): Promise<FailureView["customers"]> {
  // Postgres reads no field of a payload that holds a NUL character anywhere.
  const [row] = await db.$queryRaw<{ customers: number; runs: number }[]>`
    SELECT count(DISTINCT coalesce(about.object->>'customer', CASE WHEN about.object->>'object' = 'customer' THEN about.object->>'id' END))::int
             AS customers, count(*)::int AS runs
    FROM (
      SELECT "eventId" FROM "Run"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "failureKey" = ${key} AND "failureKey" IS NOT NULL AND "resolvedAt" IS NULL
      ORDER BY "id" DESC LIMIT ${MOST_PAYLOADS}
    ) newest
    JOIN "Event" event ON event."workspaceId" = ${workspaceId}::uuid AND event."id" = newest."eventId"
    CROSS JOIN LATERAL (SELECT CASE WHEN strpos(event."payload"::text, '\\u0000') = 0 THEN event."payload"->'data'->'object' END AS it) found
    CROSS JOIN LATERAL (SELECT CASE WHEN json_typeof(found.it) = 'object' THEN found.it END AS object) about`;
  return row && row.customers > 0 ? { count: row.customers, atLeast: row.runs === MOST_PAYLOADS } : null;
}
