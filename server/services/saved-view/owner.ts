import { AppError } from "~/server/errors";
import { Prisma } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";

/** Whose views are meant: a person's own in this workspace. Throws `forbidden` for a token. */
export function viewOwner({ workspaceId, actor }: ServiceContext): { workspaceId: string; userId: string } {
  if (actor.kind !== "user")
    throw new AppError("forbidden", "Saved views belong to a person. Sign in to use them.");
  return { workspaceId, userId: actor.id };
}

/** Throws `conflict` in plain words when the person has a view of that name; other errors pass. */
export function nameTaken(error: unknown, name: string | undefined): never {
  const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
  if (!isTaken) throw error;
  throw new AppError("conflict", `name: you have a view called “${name}” already. Choose another name.`);
}

/** At most one view is what the list opens with. */
export async function clearDefault(
  tx: Prisma.TransactionClient,
  owner: ReturnType<typeof viewOwner>,
): Promise<void> {
  await tx.savedView.updateMany({ where: { ...owner, isDefault: true }, data: { isDefault: false } });
}
