import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { takeInvitation } from "./open-invitation";

interface Acceptance {
  user: { id: string; email: string };
  token: string;
}

/** Makes a signed-in user a member and returns the workspace's slug. Throws `not_found`, and `forbidden` for another address. */
export async function acceptInvitation({ user, token }: Acceptance): Promise<{ slug: string }> {
  return prisma().$transaction(async (tx) => {
    const { workspaceId, email, role, workspace } = await takeInvitation(token, tx);
    if (email !== user.email.toLowerCase())
      throw new AppError("forbidden", `This invitation is for ${email}. Sign in with that address.`);
    await tx.membership.upsert({
      where: { workspaceId_userId: { workspaceId, userId: user.id } },
      create: { workspaceId, userId: user.id, role },
      // Whoever came by another way meanwhile keeps the role they have.
      update: {},
    });
    return { slug: workspace.slug };
  });
}
