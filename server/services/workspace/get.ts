import type { ServiceContext } from "~/server/services/context";
import type { WorkspaceView } from "./schemas";
import { workspaceView } from "./view";

/** The workspace itself, its switch and its settings. */
export async function getWorkspace(ctx: ServiceContext): Promise<WorkspaceView> {
  return workspaceView(await ctx.db.workspace.findUniqueOrThrow({ where: { id: ctx.workspaceId } }));
}
