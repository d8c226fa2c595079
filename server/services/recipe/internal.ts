import { z } from "zod";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { env } from "~/server/env";
import { AppError, notFound } from "~/server/errors";
import type { Recipe } from "~/server/generated/prisma/client";
import type { LintEnvironment } from "~/server/recipes/lint";
import { stripeEventsOf } from "~/server/recipes/trigger";
import { Trigger } from "~/server/recipes/trigger-schema";
import type { ServiceContext } from "~/server/services/context";
import { lintConnections } from "./lint-connections";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The recipe of this workspace, archived or not, to be read. Throws `not_found`, also for another workspace's. */
export async function readRecipeRow(ctx: ServiceContext, id: string): Promise<Recipe> {
  const row = UUID.test(id)
    ? await ctx.db.recipe.findUnique({ where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } } })
    : null;
  if (!row || row.deletedAt) throw notFound("recipe");
  return row;
}

/** The recipe to work with. Throws `not_found`, and `conflict` for one that is put away. */
export async function getRecipeRow(ctx: ServiceContext, id: string): Promise<Recipe> {
  const row = await readRecipeRow(ctx, id);
  if (row.archivedAt) throw new AppError("conflict", `"${row.name}" is archived. Restore it first.`);
  return row;
}

/** What lint needs to know about the workspace, and about the events that start a recipe. */
export async function lintEnvironment(
  ctx: ServiceContext,
  { id, definition, hookSecret }: Pick<Recipe, "hookSecret"> & { id?: string; definition: unknown },
): Promise<LintEnvironment> {
  const [connections, channels, fields] = await Promise.all([
    lintConnections(ctx),
    ctx.db.channel.findMany({
      where: { workspaceId: ctx.workspaceId, deletedAt: null },
      select: { id: true, name: true },
    }),
    loadFieldTable(eventsOf(definition)),
  ]);
  const hasHookSecret = hookSecret !== null;
  const allowLoopback = env.ALLOW_LOOPBACK;
  return { connections, channels, fields, recipeId: id, hasHookSecret, allowLoopback };
}

const Triggered = z.looseObject({ trigger: Trigger });

/** A draft may be anything; one without a trigger starts with no event. */
function eventsOf(definition: unknown): string[] {
  const parsed = Triggered.safeParse(definition);
  return parsed.success ? stripeEventsOf(parsed.data.trigger) : [];
}
