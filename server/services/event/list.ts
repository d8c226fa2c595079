import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { eventsFound } from "./find";
import { type EventSummary, ListEventsInput } from "./schemas";
import { eventSummary } from "./view";

/** Events, newest first (ids are UUIDv7, so their order is time's), without payloads. */
export async function listEvents(
  ctx: ServiceContext,
  input: z.input<typeof ListEventsInput>,
): Promise<Page<EventSummary>> {
  const { db, workspaceId } = ctx;
  const { type, fate, source, originId, since, q, limit, cursor } = ListEventsInput.parse(input);
  const parts = [Prisma.sql`e."workspaceId" = ${workspaceId}::uuid`];
  if (type) parts.push(Prisma.sql`e."type" = ${type}`);
  if (fate) parts.push(Prisma.sql`e."fate" = ${fate}::"EventFate"`);
  if (source) parts.push(Prisma.sql`e."source" = ${source}::"EventSource"`);
  if (originId) parts.push(Prisma.sql`e."originId" = ${originId}::uuid`);
  if (since) parts.push(Prisma.sql`e."receivedAt" >= ${since}::timestamptz`);
  if (q) parts.push(Prisma.sql`e."id" IN (${eventsFound(workspaceId, q)})`);
  if (cursor) parts.push(Prisma.sql`e."id" < ${cursor}::uuid`);
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Event" e WHERE ${Prisma.join(parts, " AND ")} ORDER BY e."id" DESC LIMIT ${limit + 1}`;
  const rows = await db.event.findMany({
    where: { workspaceId, id: { in: found.map(({ id }) => id) } },
    orderBy: { id: "desc" },
    omit: { payload: true },
  });
  return toPage(rows, limit, eventSummary);
}
