import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { Prisma, Recipe } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import { eventTypesOf, pushedEventsOf } from "~/server/recipes/trigger";
import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { addVersion, type Published } from "./add-version";
import { inShadow } from "./in-shadow";
import { getRecipeRow } from "./internal";
import { publishBeside } from "./publish-beside";
import type { PublishRecipeInput } from "./schemas";
import { requireSound } from "./sound";
import { startLooking, stopLooking } from "./trigger-state";

/**
 * Makes an immutable version of the draft and sets it live. In the mode `shadow` it runs without sending; a live recipe
 * stays live, and the new version runs beside it. Throws `recipe_invalid` with the problems, and `conflict` when a version
 * in shadow would listen to something else than the live one.
 */
export async function publishRecipe(
  ctx: ServiceContext,
  { id, mode = "live", note }: z.input<typeof PublishRecipeInput>,
): Promise<Published> {
  requireRole(ctx, "editor");
  const row = await getRecipeRow(ctx, id);
  const definition = await requireSound(ctx, row, "This recipe cannot go live yet.");
  const said = note?.trim() || null;
  if (mode === "shadow" && row.status === "live") return publishBeside(ctx, id, definition, said);
  return activate(ctx, id, definition, mode, { note: said });
}

interface Options {
  note?: string | null;
  /** How the version runs when a paused recipe is resumed. */
  shadow?: boolean;
  /** The draft stays as it is, and is not replaced by what is published. */
  keepDraft?: boolean;
  /** The version that still has to run in shadow when it is set live. */
  promoting?: number;
}

/** Writes the next version and points the recipe at it, all or nothing; Stripe is told before what it has to send. */
export async function activate(
  ctx: ServiceContext,
  recipeId: string,
  definition: Definition,
  mode: Published["status"],
  options: Options = {},
): Promise<Published> {
  const { trigger } = definition;
  const { triggerConnectionId: leaving } = await getRecipeRow(ctx, recipeId);
  const adding = mode === "paused" ? [] : pushedEventsOf(trigger);
  const listeners = { connectionId: trigger.connection ?? null, adding, leaving };
  return changeListeners(ctx, listeners, () => write(ctx, recipeId, definition, mode, options));
}

/** What ingest and admission read of a recipe without opening its version. */
function liveColumns(
  { settings: { order, concurrency } }: Definition,
  { status, liveSince }: Recipe,
  mode: Published["status"],
): Prisma.RecipeUncheckedUpdateInput {
  const wasLive = status === "live" || status === "shadow";
  return {
    laneBy: order === "none" ? null : order,
    concurrency: concurrency ?? null,
    liveSince: mode === "paused" ? null : wasLive ? liveSince : new Date(),
  };
}

async function write(
  ctx: ServiceContext,
  recipeId: string,
  definition: Definition,
  mode: Published["status"],
  { note = null, shadow = mode === "shadow", keepDraft = false, promoting }: Options,
): Promise<Published> {
  const { workspaceId } = ctx;
  const { trigger } = definition;
  return ctx.db.$transaction(async (tx) => {
    const { version, recipe } = await addVersion(tx, ctx, recipeId, { definition, shadow, note });
    if (mode === "shadow" && recipe.status === "live")
      throw new AppError("conflict", "The recipe was set live meanwhile. Publish again.");
    if (promoting !== undefined && inShadow(recipe) !== promoting)
      throw new AppError(
        "conflict",
        `Version ${promoting} runs in shadow no longer. Look at the recipe again.`,
      );
    await tx.recipe.update({
      where: { workspaceId_id: { workspaceId, id: recipeId } },
      data: {
        status: mode,
        currentVersion: version,
        shadowVersion: null,
        ...(keepDraft ? {} : { definition: definition as unknown as Prisma.InputJsonObject }),
        triggerConnectionId: trigger.connection ?? null,
        triggerEvents: eventTypesOf(trigger),
        triggerType: trigger.type,
        ...liveColumns(definition, recipe, mode),
      },
    });
    if (mode === "paused") await stopLooking(tx, workspaceId, recipeId);
    else await startLooking(tx, workspaceId, recipeId, trigger);
    return { id: recipeId, status: mode, version };
  });
}
