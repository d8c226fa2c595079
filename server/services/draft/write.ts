import type { z } from "zod";
import { compile } from "~/server/recipes/compiler/compile";
import { fillChannels } from "~/server/recipes/fill-channels";
import { fillConnections } from "~/server/recipes/fill-connections";
import { listChannels } from "~/server/services/channel/list";
import type { ServiceContext } from "~/server/services/context";
import { improveDraft } from "./model/improve";
import { DraftInput, type DraftView } from "./schemas";

/** Turns a wish into a draft of this workspace, with its accounts where there is one of an app. Stores nothing. */
export async function writeDraft(ctx: ServiceContext, input: z.input<typeof DraftInput>): Promise<DraftView> {
  const { prompt, choices, model = true } = DraftInput.parse(input);
  const compiled = compile(prompt, choices);
  // Who chooses among the compiler's readings wants one of those.
  const isChosen = Object.keys(choices ?? {}).length > 0;
  const draft = isChosen || !model ? compiled : await improveDraft(ctx, prompt, compiled);
  if (!draft.definition) return draft;
  const connections = await ctx.db.connection.findMany({
    where: { workspaceId: ctx.workspaceId, deletedAt: null },
    select: { id: true, app: true },
  });
  const connected = fillConnections(draft.definition, connections);
  return { ...draft, definition: fillChannels(connected, await listChannels(ctx)) };
}
