import { getServerSession } from "next-auth";
import { prisma } from "~/server/db";
import type { ServiceContext } from "~/server/services/context";
import { authOptions } from "./config";

export interface CurrentUser {
  id: string;
  email: string;
  name: string | null;
}

/** The signed-in user of this request, or null. */
export async function currentUser(): Promise<CurrentUser | null> {
  const session: { userId?: string } | null = await getServerSession(authOptions);
  if (!session?.userId) return null;
  return prisma().user.findUnique({
    where: { id: session.userId },
    select: { id: true, email: true, name: true },
  });
}

/** The context of a user in a workspace, or null for a stranger and for a slug that does not exist. */
export async function contextFor(user: CurrentUser, slug: string): Promise<ServiceContext | null> {
  const db = prisma();
  const membership = await db.membership.findFirst({ where: { userId: user.id, workspace: { slug } } });
  if (!membership) return null;
  return {
    workspaceId: membership.workspaceId,
    actor: { kind: "user", id: user.id, label: user.email, role: membership.role },
    db,
  };
}
