import { admitSoon } from "~/server/engine/admission";
import { releasePaused } from "~/server/engine/pause";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getWorkspace } from "./get";
import type { WorkspaceView } from "./schemas";

/** Ends a pause: what it held goes on, each run once and none before its time. What a connection holds stays held. */
export async function resumeAll(ctx: ServiceContext): Promise<WorkspaceView> {
  requireRole(ctx, "editor");
  const { workspaceId: id, actor } = ctx;
  await ctx.db.workspace.updateMany({
    where: { id, pausedAt: { not: null } },
    data: { pausedAt: null, pausedBy: null, resumedAt: new Date(), resumedBy: actor.label },
  });
  await releasePaused(id);
  admitSoon(id);
  return getWorkspace(ctx);
}
