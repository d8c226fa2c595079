import type { ServiceContext } from "~/server/services/context";
import { definitionJson } from "~/server/services/recipe/definition-json";
import { hookFor } from "~/server/services/recipe/hook";
import type { Plan } from "./plan";

/** Writes what the file says into the recipe's draft; nothing when it says what is there. */
export async function writeDraft(ctx: ServiceContext, plan: Plan): Promise<void> {
  const { file, row, id, definition, before, after } = plan;
  if (!file || !definition || before === after) return;
  const { workspaceId } = ctx;
  const { key, name, folder = null, tags = [] } = file;
  const draft = {
    ...{ key, name, folder, tags },
    definition: definitionJson(definition),
    ...hookFor(definition, row?.hookToken ?? null),
  };
  if (row) await ctx.db.recipe.update({ where: { workspaceId_id: { workspaceId, id } }, data: draft });
  else await ctx.db.recipe.create({ data: { workspaceId, id, ...draft } });
}
