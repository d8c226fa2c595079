import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { freeSlug } from "~/server/services/user/sign-up";

const MOST = 20;

/** Makes another workspace that a user owns. Throws `rate_limited` for whoever has very many. */
export async function createWorkspace(userId: string, { name }: { name: string }): Promise<{ slug: string }> {
  const db = prisma();
  if ((await db.membership.count({ where: { userId, role: "owner" } })) >= MOST)
    throw new AppError("rate_limited", `You own ${MOST} workspaces. Use one of them.`);
  const slug = await freeSlug(name);
  await db.workspace.create({ data: { slug, name, memberships: { create: { userId, role: "owner" } } } });
  return { slug };
}
