import type { z } from "zod";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { Published } from "./add-version";
import { getRecipeRow } from "./internal";
import { activate } from "./publish";
import type { RollbackRecipeInput } from "./schemas";
import { requireSound } from "./sound";
import { versionRow } from "./version-row";

/** Publishes an earlier version again, as a new one: history only grows, and a paused recipe stays paused. Throws `not_found`, `recipe_invalid`. */
export async function rollbackRecipe(
  ctx: ServiceContext,
  { id, version }: z.infer<typeof RollbackRecipeInput>,
): Promise<Published> {
  requireRole(ctx, "editor");
  const { status, hookSecret } = await getRecipeRow(ctx, id);
  const old = await versionRow(ctx, id, version);
  const published = { id, definition: old.definition, hookSecret };
  const definition = await requireSound(ctx, published, `Version ${version} cannot run any more.`);
  return activate(ctx, id, definition, status === "draft" ? "live" : status, {
    note: `Rolled back to version ${version}`,
    ...(status === "paused" ? { shadow: old.shadow } : {}),
  });
}
