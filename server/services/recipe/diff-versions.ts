import type { z } from "zod";
import { diffDefinitions } from "~/server/recipes/diff/diff";
import type { ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import { versionRow } from "./version-row";
import { DiffInput, type DiffView } from "./version-schemas";

/** What differs between two versions, or a version and the draft, in words. Throws `not_found`. */
export async function diffVersions(ctx: ServiceContext, input: z.input<typeof DiffInput>): Promise<DiffView> {
  const { id, from, to } = DiffInput.parse(input);
  const recipe = await getRecipeRow(ctx, id);
  const side = async (one: typeof from): Promise<unknown> =>
    one === "draft" ? recipe.definition : (await versionRow(ctx, id, one)).definition;
  // One that is deleted by now is still named in older versions.
  const named = ctx.db.connection.findMany({
    where: { workspaceId: ctx.workspaceId },
    select: { id: true, name: true },
  });
  const [before, after, connections] = await Promise.all([side(from), side(to), named]);
  const names = Object.fromEntries(connections.map((one) => [one.id, one.name]));
  return { from, to, changes: diffDefinitions(before, after, names) };
}
