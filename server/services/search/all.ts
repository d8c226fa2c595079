import type { ServiceContext } from "~/server/services/context";
import { findConnections } from "./find-connections";
import { findEvents } from "./find-events";
import { findKnown } from "./find-known";
import { findRecipes } from "./find-recipes";
import { findRuns } from "./find-runs";
import type { Hit } from "./schemas";

/** What the workspace has and the product knows by these words or this id: some of each kind, the best first. */
export async function searchAll(ctx: ServiceContext, { q }: { q: string }): Promise<Hit[]> {
  // The database takes no NUL, and nothing is called by one.
  const query = q.replaceAll("\0", "").trim();
  if (query.length < 2) return [];
  const found = await Promise.all([
    findRecipes(ctx, query),
    findRuns(ctx, query),
    findConnections(ctx, query),
    findEvents(ctx, query),
  ]);
  return [...found.flat(), ...findKnown(query)];
}
