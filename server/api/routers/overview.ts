import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { getOverview } from "~/server/services/overview/get";
import { OverviewInput } from "~/server/services/overview/schemas";

export const overviewRouter = router({
  get: workspaceProcedure("viewer")
    .input(z.object(OverviewInput.shape))
    .query(({ ctx, input: { span } }) => getOverview(ctx.service, { span })),
});
