import type { ServiceContext } from "~/server/services/context";

/** The workspace itself. */
export function getWorkspace(ctx: ServiceContext): Promise<{ id: string; slug: string; name: string }> {
  return ctx.db.workspace.findUniqueOrThrow({
    where: { id: ctx.workspaceId },
    select: { id: true, slug: true, name: true },
  });
}
