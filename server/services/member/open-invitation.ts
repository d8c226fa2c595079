import { sha256 } from "~/server/crypto";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";

const NO_LONGER =
  "This invitation is not valid any more: it was used, taken back or is older than seven days. Ask for a new one.";

/** The invitation behind a link, with its workspace; null when the link is unknown, used, taken back or too old. */
export function findInvitation(token: string, tx: Prisma.TransactionClient = prisma()) {
  return tx.invitation.findFirst({
    where: { hash: sha256(token), expiresAt: { gt: new Date() } },
    include: { workspace: { select: { name: true, slug: true } } },
  });
}

/** Uses an invitation up inside a transaction: of two who try at once, one gets it. Throws `not_found`. */
export async function takeInvitation(token: string, tx: Prisma.TransactionClient) {
  const invitation = await findInvitation(token, tx);
  const where = { workspaceId: invitation?.workspaceId ?? "", hash: sha256(token) };
  const taken = invitation && (await tx.invitation.deleteMany({ where })).count === 1;
  if (!taken) throw new AppError("not_found", NO_LONGER);
  return invitation;
}
