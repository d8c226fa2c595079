import type { ServiceContext } from "~/server/services/context";

/** The workspace's tokens that still work, newest first. */
export function listTokens(ctx: ServiceContext) {
  return ctx.db.apiToken.findMany({
    where: { workspaceId: ctx.workspaceId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, hint: true, role: true, lastUsedAt: true, createdAt: true },
  });
}
