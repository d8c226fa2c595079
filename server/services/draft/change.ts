import { z } from "zod";
import { AppError } from "~/server/errors";
import { changeDefinition } from "~/server/recipes/compiler/change";
import { Definition } from "~/server/recipes/definition";
import { diffDefinitions } from "~/server/recipes/diff/diff";
import { fillChannels } from "~/server/recipes/fill-channels";
import { fillConnections } from "~/server/recipes/fill-connections";
import { listChannels } from "~/server/services/channel/list";
import type { ServiceContext } from "~/server/services/context";

/** An open draft, and what shall change in it. */
export const ChangeInput = z.strictObject({ definition: z.unknown(), sentence: z.string().min(1).max(1000) });

/** The draft as a sentence changes it, and what that is in words. Stores nothing. Throws `invalid_input`. */
export async function changeDraft(ctx: ServiceContext, input: z.input<typeof ChangeInput>) {
  const { definition, sentence } = ChangeInput.parse(input);
  const parsed = Definition.safeParse(definition);
  if (!parsed.success)
    throw new AppError("invalid_input", "definition: this draft has the wrong shape. Mend it first.");
  const { definition: changed, questions } = changeDefinition(parsed.data, sentence);
  if (!changed) return { definition: null, changes: [], questions };
  const connections = await ctx.db.connection.findMany({
    where: { workspaceId: ctx.workspaceId, deletedAt: null },
    select: { id: true, app: true, name: true },
  });
  const channels = await listChannels(ctx);
  const filled = fillChannels(fillConnections(changed, connections), channels);
  const names = Object.fromEntries([...connections, ...channels].map(({ id, name }) => [id, name]));
  return { definition: filled, changes: diffDefinitions(parsed.data, filled, names), questions };
}
