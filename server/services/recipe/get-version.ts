import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import { versionSummary } from "./list-versions";
import { versionRow } from "./version-row";
import type { VersionInput, VersionView } from "./version-schemas";

/** One version with its definition. Throws `not_found`. */
export async function getVersion(
  ctx: ServiceContext,
  { id, version }: z.output<typeof VersionInput>,
): Promise<VersionView> {
  const recipe = await getRecipeRow(ctx, id);
  const { definition, ...row } = await versionRow(ctx, id, version);
  return { ...versionSummary(row, recipe), definition };
}
