import { notFound } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { keepAnOwner } from "./keep-an-owner";

/**
 * Takes a member out of the workspace at once; everybody may take themselves out. Failures that were theirs are nobody's
 * again. Throws `not_found`, and `conflict` for the last owner.
 */
export async function removeMember(ctx: ServiceContext, { userId }: { userId: string }): Promise<void> {
  if (userId !== ctx.actor.id) requireRole(ctx, "owner");
  const { workspaceId } = ctx;
  await ctx.db.$transaction(async (tx) => {
    await keepAnOwner(tx, workspaceId, userId);
    const { count } = await tx.membership.deleteMany({ where: { workspaceId, userId } });
    if (count === 0) throw notFound("member");
    await tx.failureGroup.updateMany({
      where: { workspaceId, assigneeId: userId },
      data: { assigneeId: null },
    });
  });
}
