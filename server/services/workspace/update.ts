import type { z } from "zod";
import { admitSoon } from "~/server/engine/admission";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { UpdateWorkspaceInput, type WorkspaceView } from "./schemas";
import { workspaceView } from "./view";

/** Changes how much may run at once, and for how long things are kept. Owners only: what is forgotten is gone. */
export async function updateWorkspace(
  ctx: ServiceContext,
  input: z.input<typeof UpdateWorkspaceInput>,
): Promise<WorkspaceView> {
  requireRole(ctx, "owner");
  const { concurrency, retentionDays } = UpdateWorkspaceInput.parse(input);
  const row = await ctx.db.workspace.update({
    where: { id: ctx.workspaceId },
    data: {
      ...(concurrency === undefined ? {} : { concurrency }),
      // A shorter time takes effect at the next look, not only in an hour.
      ...(retentionDays === undefined ? {} : { retentionDays, forgottenAt: null }),
    },
  });
  if (concurrency !== undefined) admitSoon(ctx.workspaceId);
  return workspaceView(row);
}
