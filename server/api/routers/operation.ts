import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { cancelOperation } from "~/server/services/bulk/cancel";
import { getOperation } from "~/server/services/bulk/get";
import { listOperations } from "~/server/services/bulk/list";
import { pauseOperation } from "~/server/services/bulk/pause";
import { rerunRuns } from "~/server/services/bulk/rerun-runs";
import { resumeOperation } from "~/server/services/bulk/resume";
import { ListOperationsInput, RerunRunsInput } from "~/server/services/bulk/schemas";

const Id = z.object({ id: z.string() });
const viewer = workspaceProcedure("viewer");
const editor = workspaceProcedure("editor");

export const operationRouter = router({
  list: viewer
    .input(z.object(ListOperationsInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => listOperations(ctx.service, input)),
  get: viewer.input(Id).query(({ ctx, input }) => getOperation(ctx.service, input)),
  rerun: editor
    .input(z.object(RerunRunsInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => rerunRuns(ctx.service, input)),
  pause: editor.input(Id).mutation(({ ctx, input }) => pauseOperation(ctx.service, input)),
  resume: editor.input(Id).mutation(({ ctx, input }) => resumeOperation(ctx.service, input)),
  cancel: editor.input(Id).mutation(({ ctx, input }) => cancelOperation(ctx.service, input)),
});
