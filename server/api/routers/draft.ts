import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { ChangeInput, changeDraft } from "~/server/services/draft/change";
import { modelName } from "~/server/services/draft/model/language";
import { DraftInput } from "~/server/services/draft/schemas";
import { writeDraft } from "~/server/services/draft/write";

export const draftRouter = router({
  model: workspaceProcedure("viewer").query(() => modelName()),
  write: workspaceProcedure("viewer")
    .input(z.object(DraftInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => writeDraft(ctx.service, input)),
  change: workspaceProcedure("viewer")
    .input(z.object(ChangeInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => changeDraft(ctx.service, input)),
});
