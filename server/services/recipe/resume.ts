import { AppError } from "~/server/errors";
import { pushedEventsOf } from "~/server/recipes/trigger";
import { changeListeners } from "~/server/services/connection/webhook-events";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { RecipeView } from "./schemas";
import { requireSound } from "./sound";
import { startLooking } from "./trigger-state";
import { recipeView } from "./view";

/**
 * Lets a paused recipe run its published version again, live or shadow as that was published. Throws `conflict` when it
 * is not paused, `recipe_invalid` when it cannot run any more, for example because its connection is gone.
 */
export async function resumeRecipe(ctx: ServiceContext, { id }: { id: string }): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  const row = await getRecipeRow(ctx, id);
  const { status, currentVersion } = row;
  if (status !== "paused" || currentVersion === null)
    throw new AppError("conflict", `Only a paused recipe can be resumed; this one is ${status}.`);
  const published = await ctx.db.recipeVersion.findUniqueOrThrow({
    where: { workspaceId_recipeId_version: { workspaceId, recipeId: id, version: currentVersion } },
  });
  const { trigger } = await requireSound(
    ctx,
    { id, definition: published.definition, hookSecret: row.hookSecret },
    "This recipe cannot run any more.",
  );
  // As it was read: another version, or an archive, may have come in between.
  const where = { workspaceId, id, status, currentVersion, archivedAt: null };
  const data = { status: published.shadow ? ("shadow" as const) : ("live" as const), liveSince: new Date() };
  const listeners = { connectionId: row.triggerConnectionId, adding: pushedEventsOf(trigger) };
  const resume = () =>
    ctx.db.$transaction(async (tx) => {
      const { count } = await tx.recipe.updateMany({ where, data });
      if (count === 0)
        throw new AppError("conflict", "The recipe was changed meanwhile. Look at it, then resume it again.");
      await startLooking(tx, workspaceId, id, trigger);
    });
  await changeListeners(ctx, listeners, resume);
  return recipeView(ctx, await getRecipeRow(ctx, id));
}
