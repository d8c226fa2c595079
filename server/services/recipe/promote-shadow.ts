import type { z } from "zod";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { Published } from "./add-version";
import { inShadow } from "./in-shadow";
import { getRecipeRow } from "./internal";
import { activate } from "./publish";
import type { PromoteShadowInput } from "./schemas";
import { requireSound } from "./sound";
import { versionRow } from "./version-row";

/**
 * Publishes what runs in shadow as the next live version; the draft stays as it is. Throws `conflict` when nothing runs
 * in shadow, or another version than the one that was looked at (`version`), and `recipe_invalid`.
 */
export async function promoteShadow(
  ctx: ServiceContext,
  { id, version, note }: z.input<typeof PromoteShadowInput>,
): Promise<Published> {
  requireRole(ctx, "editor");
  const row = await getRecipeRow(ctx, id);
  const { hookSecret } = row;
  const promoting = inShadow(row);
  if (promoting === null)
    throw new AppError("conflict", "Nothing of this recipe runs in shadow. Publish it in shadow first.");
  if (version !== undefined && version !== promoting)
    throw new AppError(
      "conflict",
      `Version ${promoting} runs in shadow by now, not version ${version}. Compare it first.`,
    );
  const { definition } = await versionRow(ctx, id, promoting);
  const sound = await requireSound(
    ctx,
    { definition, hookSecret },
    `Version ${promoting} cannot run any more.`,
  );
  const said = note?.trim() || `Version ${promoting} set live after running in shadow`;
  return activate(ctx, id, sound, "live", { note: said, keepDraft: true, promoting });
}
