import { notFound } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { keepAnOwner } from "./keep-an-owner";
import type { MemberRole } from "./schemas";

/** Gives a member another role, from their next click on. Throws `not_found`, and `conflict` for the last owner. */
export async function setMemberRole(
  ctx: ServiceContext,
  { userId, role }: { userId: string; role: MemberRole },
): Promise<void> {
  requireRole(ctx, "owner");
  const { workspaceId } = ctx;
  await ctx.db.$transaction(async (tx) => {
    if (role !== "owner") await keepAnOwner(tx, workspaceId, userId);
    const { count } = await tx.membership.updateMany({ where: { workspaceId, userId }, data: { role } });
    if (count === 0) throw notFound("member");
  });
}
