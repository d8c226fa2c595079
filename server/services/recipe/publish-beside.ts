import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import { Trigger } from "~/server/recipes/trigger-schema";
import type { ServiceContext } from "~/server/services/context";
import { addVersion, type Published } from "./add-version";

const Triggered = z.looseObject({ trigger: Trigger });

/**
 * Makes a version that runs in shadow beside the live one, on the same events; a version that was in shadow before gives
 * its place to it. Throws `conflict` when it listens to something else, or the recipe is no longer live.
 */
export async function publishBeside(
  ctx: ServiceContext,
  recipeId: string,
  definition: Definition,
  note: string | null,
): Promise<Published> {
  const { workspaceId } = ctx;
  return ctx.db.$transaction(async (tx) => {
    const { version, recipe } = await addVersion(tx, ctx, recipeId, { definition, shadow: true, note });
    if (recipe.status !== "live" || recipe.currentVersion === null)
      throw new AppError("conflict", `The recipe is ${recipe.status} by now. Publish again.`);
    const live = await tx.recipeVersion.findUniqueOrThrow({
      where: { workspaceId_recipeId_version: { workspaceId, recipeId, version: recipe.currentVersion } },
      select: { definition: true },
    });
    const parsed = Triggered.safeParse(live.definition);
    if (!parsed.success || !startsAlike(parsed.data.trigger, definition.trigger))
      throw new AppError(
        "conflict",
        "This version listens to something else than the live one. Duplicate the recipe and run the copy in shadow.",
      );
    await tx.recipe.update({
      where: { workspaceId_id: { workspaceId, id: recipeId } },
      data: { shadowVersion: version, definition: definition as unknown as Prisma.InputJsonObject },
    });
    return { id: recipeId, status: "live", version };
  });
}

/** Whether the same events start both: the order in which they are listed says nothing. */
function startsAlike(one: Trigger, other: Trigger): boolean {
  return isDeepStrictEqual(heard(one), heard(other));
}

function heard({ type, connection = null, config: { events, ...config } }: Trigger) {
  return { type, connection, config, events: Array.isArray(events) ? events.toSorted() : events };
}
