import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { createView } from "~/server/services/saved-view/create";
import { deleteView } from "~/server/services/saved-view/delete";
import { listViews } from "~/server/services/saved-view/list";
import { CreateViewInput, UpdateViewInput } from "~/server/services/saved-view/schemas";
import { updateView } from "~/server/services/saved-view/update";

// A viewer has views too: they change nothing but what that person sees.
const viewer = workspaceProcedure("viewer");

export const savedViewRouter = router({
  list: viewer.query(({ ctx }) => listViews(ctx.service)),
  create: viewer
    .input(z.object(CreateViewInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => createView(ctx.service, input)),
  update: viewer
    .input(z.object(UpdateViewInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => updateView(ctx.service, input)),
  delete: viewer
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => deleteView(ctx.service, input)),
});
