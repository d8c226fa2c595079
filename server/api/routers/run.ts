import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { getRun } from "~/server/services/run/get";
import { listRuns } from "~/server/services/run/list";
import { ListRunsInput } from "~/server/services/run/schemas";

const viewer = workspaceProcedure("viewer");

export const runRouter = router({
  list: viewer
    .input(z.object(ListRunsInput.shape))
    .query(({ ctx, input: { workspace: _, ...input } }) => listRuns(ctx.service, input)),
  get: viewer.input(z.object({ id: z.string() })).query(({ ctx, input }) => getRun(ctx.service, input)),
});
