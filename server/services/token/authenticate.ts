import { sha256 } from "~/server/crypto";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";

const USED_EVERY_MS = 60_000;

/** The context behind a bearer token. Throws `unauthorized`. */
export async function authenticateToken(bearer: string | undefined): Promise<ServiceContext> {
  const db = prisma();
  const row = bearer ? await db.apiToken.findUnique({ where: { hash: sha256(bearer) } }) : null;
  if (!row || row.revokedAt) {
    throw new AppError(
      "unauthorized",
      'Send a workspace token as "Authorization: Bearer bh_…". Make one under Settings.',
    );
  }
  const { workspaceId, id, name, role } = row;
  if (Date.now() - (row.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
    await db.apiToken.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { lastUsedAt: new Date() },
    });
  }
  return { workspaceId, actor: { kind: "token", id, label: name, role }, db };
}
