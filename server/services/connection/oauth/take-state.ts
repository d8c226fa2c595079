import { sha256, unseal } from "~/server/crypto";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";

export interface TakenState {
  workspaceId: string;
  /** The workspace's address. */
  slug: string;
  connectionId: string | null;
  verifier: string | null;
}

/**
 * Takes back what `beginOAuth` gave out, once. Throws `invalid_input` for a state that is unknown, used, too old, or that
 * somebody else or another browser began.
 */
export async function takeState(
  state: string,
  { userId, browser }: { userId: string; browser: string },
): Promise<TakenState> {
  const hash = sha256(state);
  // Deleted whoever brings it: a state that was seen by somebody else is worth nothing any more.
  const taken = await prisma().oAuthState.findUnique({ where: { hash }, include: { workspace: true } });
  const { count } = await prisma().oAuthState.deleteMany({ where: { hash } });
  const isTheirs = taken && taken.userId === userId && taken.browserHash === sha256(browser);
  if (count === 0 || !isTheirs || taken.expiresAt < new Date())
    throw new AppError(
      "invalid_input",
      "This connecting was begun elsewhere, is too old, or was finished before. Begin it again.",
    );
  return {
    workspaceId: taken.workspaceId,
    slug: taken.workspace.slug,
    connectionId: taken.connectionId,
    verifier: taken.verifier ? unseal(taken.verifier, hash) : null,
  };
}
