import type { z } from "zod";
import { seal } from "~/server/crypto";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import type { HookSecretInput, RecipeView } from "./schemas";
import { recipeView } from "./view";

/** Sets what callers of the recipe's address prove themselves with, from now on; it is kept encrypted. */
export async function setHookSecret(
  ctx: ServiceContext,
  { id, secret }: z.output<typeof HookSecretInput>,
): Promise<RecipeView> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  await getRecipeRow(ctx, id);
  const row = await ctx.db.recipe.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { hookSecret: new Uint8Array(seal(secret, `${workspaceId}:${id}`)) },
  });
  return recipeView(ctx, row);
}
