import type { ServiceContext } from "~/server/services/context";
import { viewOwner } from "./owner";
import type { SavedViewSummary } from "./schemas";

export const VIEW_SELECT = { id: true, name: true, query: true, isDefault: true } as const;

/** The person's own views of the list of runs, by name. */
export function listViews(ctx: ServiceContext): Promise<SavedViewSummary[]> {
  return ctx.db.savedView.findMany({
    where: viewOwner(ctx),
    orderBy: { name: "asc" },
    take: 100,
    select: VIEW_SELECT,
  });
}
