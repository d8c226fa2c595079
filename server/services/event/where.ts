import { Prisma } from "~/server/generated/prisma/client";
import { eventsFound } from "./find";
import type { EventFilter } from "./schemas";

/** The condition that an event `e` of this workspace is one that is meant. */
export function eventsMeant(workspaceId: string, filter: EventFilter): Prisma.Sql {
  const { type, fate, source, originId, since, q } = filter;
  const parts = [Prisma.sql`e."workspaceId" = ${workspaceId}::uuid`];
  if (type) parts.push(Prisma.sql`e."type" = ${type}`);
  if (fate) parts.push(Prisma.sql`e."fate" = ${fate}::"EventFate"`);
  if (source) parts.push(Prisma.sql`e."source" = ${source}::"EventSource"`);
  if (originId) parts.push(Prisma.sql`e."originId" = ${originId}::uuid`);
  if (since) parts.push(Prisma.sql`e."receivedAt" >= ${since}::timestamptz`);
  if (q) parts.push(Prisma.sql`e."id" IN (${eventsFound(workspaceId, q)})`);
  return Prisma.join(parts, " AND ");
}
