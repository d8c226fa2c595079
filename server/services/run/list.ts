import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { ListRunsInput, type RunSummary } from "./schemas";
import { RUN_SELECT, runSummary } from "./view";

/** Runs, newest first (ids are UUIDv7, so their order is time's). */
export async function listRuns(
  ctx: ServiceContext,
  input: z.input<typeof ListRunsInput>,
): Promise<Page<RunSummary>> {
  const { recipeId, status, eventId, waitingFor, since, limit, cursor } = ListRunsInput.parse(input);
  const rows = await ctx.db.run.findMany({
    where: {
      workspaceId: ctx.workspaceId,
      ...(recipeId ? { recipeId } : {}),
      ...(status ? { status } : {}),
      ...(eventId ? { eventId } : {}),
      ...(waitingFor ? { waitingFor } : {}),
      ...(since ? { createdAt: { gte: new Date(since) } } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: RUN_SELECT,
  });
  return toPage(rows, limit, runSummary);
}
