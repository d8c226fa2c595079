import type { ServiceContext } from "~/server/services/context";
import type { RecipeFacets } from "./schemas";

/** The folders and tags in use, and how many recipes there are. */
export async function recipeFacets({ db, workspaceId }: ServiceContext): Promise<RecipeFacets> {
  const rows = await db.recipe.findMany({
    where: { workspaceId, deletedAt: null },
    select: { folder: true, tags: true, archivedAt: true },
  });
  const shown = rows.filter(({ archivedAt }) => archivedAt === null);
  const sorted = (words: readonly string[]) => [...new Set(words)].sort((a, b) => a.localeCompare(b));
  return {
    total: rows.length,
    archived: rows.length - shown.length,
    folders: sorted(shown.flatMap(({ folder }) => folder ?? [])),
    tags: sorted(shown.flatMap(({ tags }) => tags)),
  };
}
