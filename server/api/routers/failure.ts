import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { assignFailures } from "~/server/services/failure/assign";
import { countFailures } from "~/server/services/failure/count";
import { getFailure } from "~/server/services/failure/get";
import { listFailures } from "~/server/services/failure/list";
import { noteFailure } from "~/server/services/failure/note";
import { reopenFailures } from "~/server/services/failure/reopen";
import { rerunFailures } from "~/server/services/failure/rerun";
import { resolveFailures } from "~/server/services/failure/resolve";
import {
  Assign,
  GetFailureInput,
  Keys,
  ListFailuresInput,
  RerunGroup,
  Snooze,
} from "~/server/services/failure/schemas";
import { snoozeFailures } from "~/server/services/failure/snooze";

const viewer = workspaceProcedure("viewer");
const editor = workspaceProcedure("editor");

export const failureRouter = router({
  list: viewer
    .input(z.object(ListFailuresInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => listFailures(ctx.service, input)),
  count: viewer.query(({ ctx }) => countFailures(ctx.service)),
  get: viewer
    .input(z.object(GetFailureInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => getFailure(ctx.service, input)),
  resolve: editor
    .input(z.object({ keys: Keys }))
    .mutation(({ ctx, input }) => resolveFailures(ctx.service, input)),
  reopen: editor
    .input(z.object({ keys: Keys, at: z.iso.datetime() }))
    .mutation(({ ctx, input }) => reopenFailures(ctx.service, input)),
  assign: editor
    .input(z.object({ keys: Keys, ...Assign.shape }))
    .mutation(({ ctx, input }) => assignFailures(ctx.service, input)),
  snooze: editor
    .input(z.object({ keys: Keys, how: Snooze }))
    .mutation(({ ctx, input }) => snoozeFailures(ctx.service, { keys: input.keys, ...input.how })),
  note: editor
    .input(z.object({ key: z.string(), note: z.string().max(2000) }))
    .mutation(({ ctx, input }) => noteFailure(ctx.service, input)),
  rerun: editor
    .input(z.object({ keys: Keys, ...RerunGroup.shape }))
    .mutation(({ ctx, input: { workspace: _, ...input } }) => rerunFailures(ctx.service, input)),
});
