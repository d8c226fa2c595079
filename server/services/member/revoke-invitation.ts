import { notFound } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";

/** Takes an invitation back: its link works no more. Throws `not_found`. */
export async function revokeInvitation(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "owner");
  const { count } = await ctx.db.invitation.deleteMany({ where: { workspaceId: ctx.workspaceId, id } });
  if (count === 0) throw notFound("invitation");
}
