import { router, userProcedure } from "~/server/api/trpc";
import { operatorOverview } from "~/server/services/operator/overview";

export const operatorRouter = router({
  overview: userProcedure.query(({ ctx }) => operatorOverview(ctx.user.id)),
});
