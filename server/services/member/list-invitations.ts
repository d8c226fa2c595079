import { requireRole, type ServiceContext } from "~/server/services/context";
import type { InvitationView } from "./schemas";

/** Who was asked to come and has not, newest first. Owners only: it names people who are no members. */
export async function listInvitations(ctx: ServiceContext): Promise<InvitationView[]> {
  requireRole(ctx, "owner");
  const rows = await ctx.db.invitation.findMany({
    where: { workspaceId: ctx.workspaceId },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ id, email, role, invitedBy, expiresAt }) => ({
    id,
    email,
    role,
    invitedBy,
    expiresAt: expiresAt.toISOString(),
    expired: expiresAt.getTime() <= Date.now(),
  }));
}
