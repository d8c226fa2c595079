import { v7 as uuid } from "uuid";
import type { z } from "zod";
import { ownEvent } from "~/server/connectors/define-trigger";
import { PRIORITY } from "~/server/engine/limits";
import { AppError } from "~/server/errors";
import { acceptEvent } from "~/server/events/accept";
import { aboutOf } from "~/server/recipes/lanes";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import { RunRecipeInput, type StartedView } from "./schemas";

/** Who starts a recipe that another recipe may call. */
export interface Caller {
  recipe: string;
  run: string;
  /** How many calls led here. */
  depth: number;
}

/**
 * Starts a live recipe whose trigger is `manual` or `recipe.call`. The same `key` starts one run however often it comes.
 * Throws `conflict` when the recipe is not live, or starts by something else.
 */
export async function runRecipe(
  ctx: ServiceContext,
  input: z.input<typeof RunRecipeInput>,
  caller?: Caller,
): Promise<z.output<typeof StartedView>> {
  requireRole(ctx, "editor");
  const { id, data, key } = RunRecipeInput.parse(input);
  const { workspaceId } = ctx;
  const { triggerType: type, status, name } = await getRecipeRow(ctx, id);
  if (status !== "live" && status !== "shadow")
    throw new AppError("conflict", `"${name}" is ${status}. Set it live first; until then, test it.`);
  const callable = caller ? ["recipe.call"] : ["manual", "recipe.call"];
  if (!callable.includes(type))
    throw new AppError("conflict", `"${name}" is started by something else (${type}), not by a call.`);
  const at = new Date();
  const externalId = key ?? uuid();
  const given = type === "manual" ? data : { input: data, caller: caller ?? null };
  const event = ownEvent(externalId, type, at, given);
  const stored = await acceptEvent(
    {
      workspaceId,
      connectionId: null,
      originId: id,
      externalId,
      type,
      source: caller ? "recipe" : "manual",
      priority: caller ? PRIORITY.usual : PRIORITY.awaited,
      apiVersion: null,
      occurredAt: at,
      about: aboutOf(event),
      body: JSON.stringify(event),
    },
    [id],
  );
  const runId = stored.runIds[0] ?? (await firstRun(ctx, id, stored.eventId));
  return { eventId: stored.eventId, runId, seen: !stored.fresh };
}

async function firstRun(ctx: ServiceContext, recipeId: string, eventId: string): Promise<string | null> {
  const where = { workspaceId: ctx.workspaceId, recipeId, eventId, sequence: 0 };
  return (await ctx.db.run.findFirst({ where, select: { id: true } }))?.id ?? null;
}
