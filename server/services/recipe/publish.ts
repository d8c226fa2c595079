import type { z } from "zod";
import type { Prisma } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import { eventTypesOf, pushedEventsOf } from "~/server/recipes/trigger";
import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { PublishRecipeInput } from "./schemas";
import { requireSound } from "./sound";
import { startLooking, stopLooking } from "./trigger-state";

export interface Published {
  id: string;
  status: "live" | "shadow" | "paused";
  version: number;
}

/** Makes an immutable version of the draft and sets it live (or shadow). Throws `recipe_invalid` with the problems. */
export async function publishRecipe(
  ctx: ServiceContext,
  { id, mode = "live", note }: z.input<typeof PublishRecipeInput>,
): Promise<Published> {
  requireRole(ctx, "editor");
  const row = await getRecipeRow(ctx, id);
  const definition = await requireSound(ctx, row, "This recipe cannot go live yet.");
  return activate(ctx, id, definition, mode, { note });
}

/** Writes the next version and points the recipe at it, all or nothing; Stripe is told before what it has to send. */
export async function activate(
  ctx: ServiceContext,
  recipeId: string,
  definition: Definition,
  mode: Published["status"],
  { note = null, shadow = mode === "shadow" }: { note?: string | null | undefined; shadow?: boolean } = {},
): Promise<Published> {
  const { trigger } = definition;
  const { triggerConnectionId: leaving } = await getRecipeRow(ctx, recipeId);
  const adding = mode === "paused" ? [] : pushedEventsOf(trigger);
  const listeners = { connectionId: trigger.connection ?? null, adding, leaving };
  return changeListeners(ctx, listeners, () => write(ctx, recipeId, definition, mode, { note, shadow }));
}

interface Version {
  note: string | null;
  shadow: boolean;
}

async function write(
  ctx: ServiceContext,
  recipeId: string,
  definition: Definition,
  mode: Published["status"],
  { note, shadow }: Version,
): Promise<Published> {
  const { workspaceId } = ctx;
  return ctx.db.$transaction(async (tx) => {
    // The row lock makes two publishes at once take turns: each gets its own version number.
    await tx.$queryRaw`SELECT 1 FROM "Recipe" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ${recipeId}::uuid FOR UPDATE`;
    const last = await tx.recipeVersion.aggregate({
      where: { workspaceId, recipeId },
      _max: { version: true },
    });
    const version = (last._max.version ?? 0) + 1;
    const json = definition as unknown as Prisma.InputJsonObject;
    await tx.recipeVersion.create({
      data: { workspaceId, recipeId, version, definition: json, shadow, note, author: ctx.actor.label },
    });
    await tx.recipe.update({
      where: { workspaceId_id: { workspaceId, id: recipeId } },
      data: {
        status: mode,
        currentVersion: version,
        definition: json,
        triggerConnectionId: definition.trigger.connection ?? null,
        triggerEvents: eventTypesOf(definition.trigger),
        triggerType: definition.trigger.type,
      },
    });
    if (mode === "paused") await stopLooking(tx, workspaceId, recipeId);
    else await startLooking(tx, workspaceId, recipeId, definition.trigger);
    return { id: recipeId, status: mode, version };
  });
}
