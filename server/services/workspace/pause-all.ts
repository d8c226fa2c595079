import { holdWaiting } from "~/server/engine/pause";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getWorkspace } from "./get";
import type { WorkspaceView } from "./schemas";

/**
 * Stops everything in the workspace: events are stored and held, runs that wait are held, and runs under way stop before
 * their next call (tests go on). A workspace that is paused already stays as it is.
 */
export async function pauseAll(ctx: ServiceContext): Promise<WorkspaceView> {
  requireRole(ctx, "editor");
  const { workspaceId: id, actor } = ctx;
  await ctx.db.workspace.updateMany({
    where: { id, pausedAt: null },
    data: { pausedAt: new Date(), pausedBy: actor.label },
  });
  await holdWaiting(id);
  return getWorkspace(ctx);
}
