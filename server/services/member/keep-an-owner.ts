import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";

/** Throws `conflict` when the workspace would be left without an owner. Locks the workspace's owners until the end of `tx`. */
export async function keepAnOwner(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  leaving: string,
): Promise<void> {
  const owners = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId" FROM "Membership"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "role" = 'owner' ORDER BY "userId" FOR UPDATE`;
  if (owners.some(({ userId }) => userId !== leaving)) return;
  throw new AppError("conflict", "A workspace needs an owner. Make somebody else an owner first.");
}
