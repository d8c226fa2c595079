import type { z } from "zod";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { type EventSummary, ListEventsInput } from "./schemas";
import { eventSummary } from "./view";
import { eventsMeant } from "./where";

/** Events, newest first (ids are UUIDv7, so their order is time's), without payloads. */
export async function listEvents(
  ctx: ServiceContext,
  input: z.input<typeof ListEventsInput>,
): Promise<Page<EventSummary>> {
  const { db, workspaceId } = ctx;
  const { limit, cursor, ...filter } = ListEventsInput.parse(input);
  const older = cursor ? Prisma.sql`AND e."id" < ${cursor}::uuid` : Prisma.empty;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Event" e WHERE ${eventsMeant(workspaceId, filter)} ${older} ORDER BY e."id" DESC LIMIT ${limit + 1}`;
  const rows = await db.event.findMany({
    where: { workspaceId, id: { in: found.map(({ id }) => id) } },
    orderBy: { id: "desc" },
    omit: { payload: true },
  });
  return toPage(rows, limit, eventSummary);
}
