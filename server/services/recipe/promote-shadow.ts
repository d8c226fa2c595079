import type { z } from "zod";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { Published } from "./add-version";
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
  const { status, currentVersion, shadowVersion, hookSecret } = await getRecipeRow(ctx, id);
  const inShadow = shadowVersion ?? (status === "shadow" ? currentVersion : null);
  if (inShadow === null)
    throw new AppError("conflict", "Nothing of this recipe runs in shadow. Publish it in shadow first.");
  if (version !== undefined && version !== inShadow)
    throw new AppError(
      "conflict",
      `Version ${inShadow} runs in shadow by now, not version ${version}. Compare it first.`,
    );
  const { definition } = await versionRow(ctx, id, inShadow);
  const sound = await requireSound(
    ctx,
    { definition, hookSecret },
    `Version ${inShadow} cannot run any more.`,
  );
  const said = note?.trim() || `Version ${inShadow} set live after running in shadow`;
  return activate(ctx, id, sound, "live", { note: said, keepDraft: true });
}
