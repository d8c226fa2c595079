import type { Role } from "~/server/generated/prisma/enums";
import type { ServiceContext } from "~/server/services/context";

/** Who may enter the workspace, oldest first. */
export async function listMembers(
  ctx: ServiceContext,
): Promise<{ id: string; email: string; name: string | null; role: Role }[]> {
  const rows = await ctx.db.membership.findMany({
    where: { workspaceId: ctx.workspaceId },
    orderBy: { createdAt: "asc" },
    select: { role: true, user: { select: { id: true, email: true, name: true } } },
  });
  return rows.map(({ role, user }) => ({ ...user, role }));
}
