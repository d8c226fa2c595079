import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { type EventSummary, ListEventsInput } from "./schemas";
import { eventSummary } from "./view";

/** Events, newest first (ids are UUIDv7, so their order is time's), without payloads. */
export async function listEvents(
  ctx: ServiceContext,
  input: z.input<typeof ListEventsInput>,
): Promise<Page<EventSummary>> {
  const { type, fate, source, originId, limit, cursor } = ListEventsInput.parse(input);
  const rows = await ctx.db.event.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...(type ? { type } : {}),
      ...(fate ? { fate } : {}),
      ...(source ? { source } : {}),
      ...(originId ? { originId } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    omit: { payload: true },
  });
  return toPage(rows, limit, eventSummary);
}
