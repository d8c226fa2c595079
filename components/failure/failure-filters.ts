import { z } from "zod";
import { FAILURE_VIEWS } from "~/server/services/failure/schemas";

/** The filters of the inbox as the address carries them; what does not parse is ignored. */
const Filters = z.object({
  view: z.enum(FAILURE_VIEWS).exclude(["open"]).optional().catch(undefined),
  status: z.enum(["failed", "outcome_unknown"]).optional().catch(undefined),
  recipe: z.uuid().optional().catch(undefined),
  cursor: z.uuid().optional().catch(undefined),
});
export type FailureFilters = z.infer<typeof Filters>;

export function parseFailureFilters(
  searchParams: Record<string, string | string[] | undefined>,
): FailureFilters {
  return Filters.parse(searchParams);
}

/** What `failure.list` takes. */
export function toListInput({ view, status, recipe, cursor }: FailureFilters) {
  return {
    ...(view && { view }),
    ...(status && { status }),
    ...(recipe && { recipeId: recipe }),
    ...(cursor && { cursor }),
  };
}
