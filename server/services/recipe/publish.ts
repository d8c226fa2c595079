import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import { Definition } from "~/server/recipes/definition";
import { lint } from "~/server/recipes/lint";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow, lintEnvironment } from "./internal";
import type { PublishRecipeInput } from "./schemas";

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
  const problems = lint(row.definition, await lintEnvironment(ctx, row.definition));
  const parsed = Definition.safeParse(row.definition);
  if (!parsed.success || problems.some(({ severity }) => severity === "error")) {
    throw new AppError("recipe_invalid", "This recipe cannot go live yet. Mend the problems listed.", {
      problems,
    });
  }
  return activate(ctx, id, parsed.data, mode, note);
}

/** Writes the next version and points the recipe at it, all or nothing. */
export async function activate(
  ctx: ServiceContext,
  recipeId: string,
  definition: Definition,
  mode: Published["status"],
  note?: string,
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
      data: { workspaceId, recipeId, version, definition: json, note: note ?? null, author: ctx.actor.label },
    });
    await tx.recipe.update({
      where: { workspaceId_id: { workspaceId, id: recipeId } },
      data: {
        status: mode,
        currentVersion: version,
        definition: json,
        triggerConnectionId: definition.trigger.connection ?? null,
        triggerEvents: definition.trigger.config.events,
      },
    });
    return { id: recipeId, status: mode, version };
  });
}
