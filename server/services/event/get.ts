import { z } from "zod";
import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { RUN_SELECT, runSummary } from "~/server/services/run/view";
import type { EventView } from "./schemas";
import { eventSummary } from "./view";

/** One event with its payload and the runs it started. Throws `not_found`. */
export async function getEvent(ctx: ServiceContext, { id }: { id: string }): Promise<EventView> {
  if (!z.uuid().safeParse(id).success) throw notFound("event");
  const row = await ctx.db.event.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    include: {
      runs: {
        select: RUN_SELECT,
        orderBy: { id: "asc" },
      },
    },
  });
  if (!row) throw notFound("event");
  const runs = row.runs.map((started) => {
    const run = runSummary(started);
    return {
      id: run.id,
      recipeId: run.recipeId,
      recipeName: run.recipeName,
      status: run.status,
      mode: run.mode,
      createdAt: run.createdAt,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      error: run.error?.message ?? null,
    };
  });
  return { ...eventSummary(row), payload: row.payload, runs };
}
