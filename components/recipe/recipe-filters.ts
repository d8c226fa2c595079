import { z } from "zod";

const text = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

/** The filters of the list of recipes as the URL carries them; what does not parse is ignored. */
const RecipeFilters = z.object({
  q: text(200),
  status: z.enum(["draft", "shadow", "live", "paused"]).optional().catch(undefined),
  folder: text(80),
  tag: text(40),
  archived: z.literal("true").optional().catch(undefined),
});
export type RecipeFilters = z.infer<typeof RecipeFilters>;

export function parseRecipeFilters(search: Record<string, string | string[] | undefined>): RecipeFilters {
  return RecipeFilters.parse(search);
}

/** Whether fewer than all recipes of this view are shown. */
export function isFiltered({ q, status, folder, tag }: RecipeFilters): boolean {
  return Boolean(q || status || folder || tag);
}
