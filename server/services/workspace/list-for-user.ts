import { prisma } from "~/server/db";

/** The workspaces a user belongs to, oldest first. */
export function listWorkspacesOf(userId: string): Promise<{ id: string; slug: string; name: string }[]> {
  return prisma().workspace.findMany({
    where: { memberships: { some: { userId } } },
    orderBy: { createdAt: "asc" },
    select: { id: true, slug: true, name: true },
  });
}
