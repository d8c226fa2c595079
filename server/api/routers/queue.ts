import { router, workspaceProcedure } from "~/server/api/trpc";
import { getQueue } from "~/server/services/queue/get";

export const queueRouter = router({
  get: workspaceProcedure("viewer").query(({ ctx }) => getQueue(ctx.service)),
});
