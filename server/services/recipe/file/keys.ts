import { slugOf, uniqueSlug } from "~/server/recipes/file/alias";
import type { FileEnvironment } from "~/server/recipes/file/environment";
import type { ServiceContext } from "~/server/services/context";
import { fileEnvironment } from "./environment";
import { tryOut } from "./transaction";

/** Every recipe has a key from its first export on; it is kept when the recipe is renamed. */
export async function environmentWithKeys(ctx: ServiceContext): Promise<FileEnvironment> {
  const environment = await fileEnvironment(ctx);
  if (environment.recipes.every(({ key }) => key !== null)) return environment;
  await tryOut(ctx, giveKeys);
  return fileEnvironment(ctx);
}

async function giveKeys(ctx: ServiceContext): Promise<void> {
  const { recipes } = await fileEnvironment(ctx);
  const taken = new Set(recipes.flatMap(({ key }) => (key === null ? [] : [key])));
  for (const { id, key, name } of recipes) {
    if (key !== null) continue;
    const made = uniqueSlug(slugOf(name, "recipe"), (slug) => taken.has(slug));
    taken.add(made);
    // Not through Prisma: a key is no change of the recipe, so it stays where it is in the list.
    await ctx.db.$executeRaw`
      UPDATE "Recipe" SET "key" = ${made} WHERE "workspaceId" = ${ctx.workspaceId}::uuid AND "id" = ${id}::uuid`;
  }
}
