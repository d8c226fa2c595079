import { z } from "zod";
import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import type { EventView } from "./schemas";
import { eventSummary } from "./view";

/** One event with its payload and the runs it started. Throws `not_found`. */
export async function getEvent(ctx: ServiceContext, { id }: { id: string }): Promise<EventView> {
  if (!z.uuid().safeParse(id).success) throw notFound("event");
  const row = await ctx.db.event.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    include: {
      runs: {
        select: { id: true, recipeId: true, status: true, recipe: { select: { name: true } } },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!row) throw notFound("event");
  const runs = row.runs.map(({ recipe, ...run }) => ({ ...run, recipeName: recipe.name }));
  return { ...eventSummary(row), payload: row.payload, runs };
}
