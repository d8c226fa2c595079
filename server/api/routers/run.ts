import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { cancelRun } from "~/server/services/run/cancel";
import { runChanges } from "~/server/services/run/changes";
import { CheckInput, checkOutcome } from "~/server/services/run/check-outcome";
import { DecideInput, decideOutcome } from "~/server/services/run/decide-outcome";
import { getRun } from "~/server/services/run/get";
import { runHistogram } from "~/server/services/run/histogram";
import { listRuns } from "~/server/services/run/list";
import { rerunRun } from "~/server/services/run/rerun";
import { previewRerun } from "~/server/services/run/rerun/preview";
import { RerunInput } from "~/server/services/run/rerun/schemas";
import { HistogramInput, ListRunsInput, RunChangesInput } from "~/server/services/run/schemas";

const viewer = workspaceProcedure("viewer");
const editor = workspaceProcedure("editor");

export const runRouter = router({
  list: viewer
    .input(z.object(ListRunsInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => listRuns(ctx.service, input)),
  get: viewer.input(z.object({ id: z.string() })).query(({ ctx, input }) => getRun(ctx.service, input)),
  // What a list shows may be more than fits into an address.
  changes: viewer
    .input(z.object(RunChangesInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => runChanges(ctx.service, input)),
  histogram: viewer
    .input(z.object(HistogramInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => runHistogram(ctx.service, input)),
  rerun: editor
    .input(z.object(RerunInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => rerunRun(ctx.service, input)),
  // It changes nothing, but an edited event is too long for an address.
  previewRerun: viewer
    .input(z.object(RerunInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => previewRerun(ctx.service, input)),
  cancel: editor
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => cancelRun(ctx.service, input)),
  checkOutcome: editor
    .input(z.object(CheckInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => checkOutcome(ctx.service, input)),
  decideOutcome: editor
    .input(z.object(DecideInput.shape))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => decideOutcome(ctx.service, input)),
});
