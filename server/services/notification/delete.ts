import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRule } from "./internal";

/** Removes a rule. Throws `not_found`. */
export async function deleteRule(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  requireRole(ctx, "editor");
  await getRule(ctx, id);
  await ctx.db.notificationRule.deleteMany({ where: { workspaceId: ctx.workspaceId, id } });
}
