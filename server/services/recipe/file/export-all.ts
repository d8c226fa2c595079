import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { type ExportedFile, exportRow } from "./export";
import { environmentWithKeys } from "./keys";
import { ExportAllInput } from "./schemas";

/** Every recipe that is not archived, or those with the given keys, as files. Throws `not_found` for a key that no recipe has. */
export async function exportAll(
  ctx: ServiceContext,
  input: z.input<typeof ExportAllInput> = {},
): Promise<ExportedFile[]> {
  const { format, keys } = ExportAllInput.parse(input);
  const { workspaceId } = ctx;
  const environment = await environmentWithKeys(ctx);
  const known = new Set(environment.recipes.map(({ key }) => key));
  const strange = keys?.find((key) => !known.has(key));
  if (strange !== undefined) throw new AppError("not_found", `No recipe has the key "${strange}".`);
  const chosen = keys ? { key: { in: keys } } : { archivedAt: null };
  const rows = await ctx.db.recipe.findMany({
    where: { workspaceId, deletedAt: null, ...chosen },
    orderBy: { key: "asc" },
  });
  return rows.map((row) => exportRow(row, environment, format));
}
