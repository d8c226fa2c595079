import { prisma } from "~/server/db";
import { findInvitation } from "./open-invitation";
import type { OfferedPlace } from "./schemas";

/** What a link offers, for whoever has it; null when it is not valid any more. */
export async function readInvitation({ token }: { token: string }): Promise<OfferedPlace | null> {
  const invitation = await findInvitation(token);
  if (!invitation) return null;
  const { email, role, invitedBy, workspace } = invitation;
  const account = await prisma().user.findUnique({ where: { email }, select: { id: true } });
  return {
    workspace: workspace.name,
    slug: workspace.slug,
    email,
    role,
    invitedBy,
    hasAccount: account !== null,
  };
}
