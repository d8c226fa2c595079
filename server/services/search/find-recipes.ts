import { closest } from "~/server/recipes/closeness";
import type { ServiceContext } from "~/server/services/context";
import type { Hit } from "./schemas";

/** More recipes than anybody has; the ones changed last are looked through. */
const LOOKED_AT = 2_000;

/** Recipes by name, folder, tags and what starts them, typos forgiven. */
export async function findRecipes({ db, workspaceId }: ServiceContext, query: string): Promise<Hit[]> {
  const rows = await db.recipe.findMany({
    where: { workspaceId, deletedAt: null, archivedAt: null },
    orderBy: { updatedAt: "desc" },
    take: LOOKED_AT,
    select: { id: true, name: true, status: true, folder: true, tags: true, triggerEvents: true },
  });
  const textOf = ({ name, folder, tags, triggerEvents }: (typeof rows)[number]) =>
    [name, folder, ...tags, ...triggerEvents].join(" ");
  return closest(rows, query, textOf, 6).map(({ id, name, status, folder }) => ({
    kind: "recipe",
    id,
    title: name,
    detail: folder,
    status,
  }));
}
