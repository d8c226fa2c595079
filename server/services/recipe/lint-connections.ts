import type { Connection } from "~/server/generated/prisma/client";
import type { LintConnection } from "~/server/recipes/lint";
import { unlock } from "~/server/services/connection/open";
import type { ServiceContext } from "~/server/services/context";

/** The workspace's connections as lint looks at them; no secret is among it. */
export async function lintConnections(ctx: ServiceContext): Promise<LintConnection[]> {
  const rows = await ctx.db.connection.findMany({
    where: { workspaceId: ctx.workspaceId, deletedAt: null },
  });
  return rows.map((row) => {
    const { id, app, name, status, statusDetail, mode, canReport } = row;
    return { id, app, name, status, statusDetail, mode, canReport, isEnded: isEnded(row) };
  });
}

/** Whether no call can be made any more: the keys are erased or unreadable, or the permission has run out for good. */
function isEnded(row: Connection): boolean {
  if (row.status !== "failing") return false;
  try {
    const opened = unlock(row);
    if (opened.app !== "stripe") return false;
    const { apiKey, oauth } = opened.credentials;
    const hasRunOut = oauth?.expiresAt && Date.parse(oauth.expiresAt) < Date.now();
    return !apiKey || Boolean(hasRunOut && !oauth?.refreshToken);
  } catch {
    return true;
  }
}
