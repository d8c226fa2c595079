import { notFound } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";

/** Makes a token useless at once. Throws `not_found`. */
export async function revokeToken(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "owner");
  const { count } = await ctx.db.apiToken.updateMany({
    where: { workspaceId: ctx.workspaceId, id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound("token");
}
