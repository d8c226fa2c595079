import { z } from "zod";
import { hashPassword } from "~/server/auth/password";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { takeInvitation } from "./open-invitation";

export const JoinInput = z.strictObject({
  token: z.string().max(100),
  password: z.string().min(10, "Use at least 10 characters.").max(200),
});

/**
 * Makes an account for the invited address and a member of it, all or nothing; the link vouches for the address. Throws
 * `not_found` for a link that is not valid any more, `conflict` when the address has an account.
 */
export async function joinWorkspace(
  input: z.input<typeof JoinInput>,
): Promise<{ slug: string; email: string }> {
  const { token, password } = JoinInput.parse(input);
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const { workspaceId, email, role, workspace } = await takeInvitation(token, tx);
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      throw new AppError(
        "conflict",
        "There is already an account with this e-mail address. Sign in instead.",
      );
    await tx.user.create({ data: { email, passwordHash, memberships: { create: { workspaceId, role } } } });
    return { slug: workspace.slug, email };
  });
}
