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
  const runs = row.runs.map((run) => {
    const {
      id: runId,
      recipeId,
      recipeName,
      status,
      mode,
      createdAt,
      startedAt,
      finishedAt,
      error,
    } = runSummary(run);
    const message = error?.message ?? null;
    return {
      id: runId,
      recipeId,
      recipeName,
      status,
      mode,
      createdAt,
      startedAt,
      finishedAt,
      error: message,
    };
  });
  return { ...eventSummary(row), payload: row.payload, runs };
}
