import { z } from "zod";
import { router, workspaceProcedure } from "~/server/api/trpc";
import { createToken } from "~/server/services/token/create";
import { listTokens } from "~/server/services/token/list";
import { revokeToken } from "~/server/services/token/revoke";

const owner = workspaceProcedure("owner");

export const tokenRouter = router({
  list: workspaceProcedure("viewer").query(({ ctx }) => listTokens(ctx.service)),
  create: owner
    .input(z.object({ name: z.string().trim().min(1).max(60) }))
    .mutation(({ ctx, input }) => createToken(ctx.service, input)),
  revoke: owner
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => revokeToken(ctx.service, input)),
});
