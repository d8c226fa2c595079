import type { ServiceContext } from "~/server/services/context";
import type { Hit } from "./schemas";

/** A part of an id is looked for among so many of the newest; a whole one among all. */
const NEWEST = 5_000;

/** Events by the id that their sender gave them (`evt_…`). */
export async function findEvents({ db, workspaceId }: ServiceContext, query: string): Promise<Hit[]> {
  if (query.length < 4 || /\s/.test(query)) return [];
  const rows = await db.$queryRaw<{ id: string; externalId: string; type: string; fate: string }[]>`
    WITH origins AS (
      SELECT "id" FROM "Connection" WHERE "workspaceId" = ${workspaceId}::uuid
      UNION ALL SELECT "id" FROM "Recipe" WHERE "workspaceId" = ${workspaceId}::uuid
    ), newest AS (
      SELECT "id", "externalId", "type", "fate" FROM "Event"
      WHERE "workspaceId" = ${workspaceId}::uuid ORDER BY "receivedAt" DESC LIMIT ${NEWEST}
    )
    SELECT e."id", e."externalId", e."type", e."fate"::text FROM "Event" e
    WHERE e."workspaceId" = ${workspaceId}::uuid AND e."originId" IN (SELECT "id" FROM origins) AND e."externalId" = ${query}
    UNION
    SELECT "id", "externalId", "type", "fate"::text FROM newest WHERE starts_with(lower("externalId"), lower(${query}))
    ORDER BY "id" DESC LIMIT 5`;
  return rows.map(({ id, externalId, type, fate }) => ({
    kind: "event",
    id,
    title: type,
    detail: externalId,
    status: fate,
  }));
}
