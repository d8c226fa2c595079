import { Prisma } from "~/server/generated/prisma/client";
import { eventsFound } from "~/server/services/event/find";
import { idRange } from "~/server/services/id-range";
import { hasErrorWords } from "./error-words";
import type { RunFilter } from "./schemas";

/** The condition that a run `r` of this workspace is one that is meant. */
export function runsFound(workspaceId: string, filter: RunFilter): Prisma.Sql {
  const { recipeId, status, eventId, eventType, connectionId, mode, waitingFor, since, until, q } = filter;
  const parts = [Prisma.sql`r."workspaceId" = ${workspaceId}::uuid`];
  if (recipeId) parts.push(Prisma.sql`r."recipeId" = ${recipeId}::uuid`);
  if (status) parts.push(Prisma.sql`r."status" = ${status}::"RunStatus"`);
  if (eventId) parts.push(Prisma.sql`r."eventId" = ${eventId}::uuid`);
  if (mode) parts.push(Prisma.sql`r."mode" = ${mode}::"RunMode"`);
  if (waitingFor) parts.push(Prisma.sql`r."waitingFor" = ${waitingFor}`);
  if (since) parts.push(Prisma.sql`r."createdAt" >= ${since}::timestamptz`);
  if (until) parts.push(Prisma.sql`r."createdAt" < ${until}::timestamptz`);
  if (eventType) parts.push(ofEvent(workspaceId, Prisma.sql`e."type" = ${eventType}`));
  if (connectionId) parts.push(ofEvent(workspaceId, Prisma.sql`e."originId" = ${connectionId}::uuid`));
  if (q) parts.push(wordsFound(workspaceId, q));
  return Prisma.join(parts, " AND ");
}

function ofEvent(workspaceId: string, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "Event" e WHERE e."workspaceId" = ${workspaceId}::uuid AND e."id" = r."eventId" AND ${condition})`;
}

/** Each way of being found has an index of its own, so that they are looked up one by one and put together. */
function wordsFound(workspaceId: string, q: string): Prisma.Sql {
  const run = idRange(q);
  const words = hasErrorWords(workspaceId, q);
  const ways = [
    Prisma.sql`SELECT f."id" FROM "Run" f WHERE f."workspaceId" = ${workspaceId}::uuid AND f."eventId" IN (${eventsFound(workspaceId, q)})`,
    ...(run
      ? [
          Prisma.sql`SELECT f."id" FROM "Run" f WHERE f."workspaceId" = ${workspaceId}::uuid AND f."id" BETWEEN ${run.from}::uuid AND ${run.to}::uuid`,
        ]
      : []),
    ...(words
      ? [Prisma.sql`SELECT r."id" FROM "Run" r WHERE r."workspaceId" = ${workspaceId}::uuid AND ${words}`]
      : []),
  ];
  return Prisma.sql`r."id" IN (${Prisma.join(ways, " UNION ")})`;
}
