import { requireRole, type ServiceContext } from "~/server/services/context";
import { openKeys } from "./open-keys";

/**
 * Takes all open runs of the groups out of the inbox; returns how many, and what `reopenFailures` needs to take it back.
 * A new failure of the same cause shows again by itself, so a snooze ends too. Throws `not_found` when none of the groups has open failures.
 */
export async function resolveFailures(
  ctx: ServiceContext,
  { keys }: { keys: string[] },
): Promise<{ count: number; keys: string[]; at: string }> {
  requireRole(ctx, "editor");
  const { db, workspaceId } = ctx;
  const open = await openKeys(ctx, keys);
  const at = new Date();
  const [{ count }] = await db.$transaction([
    db.run.updateMany({
      where: { workspaceId, failureKey: { in: open }, resolvedAt: null },
      data: { resolvedAt: at, resolution: "resolved", resolvedBy: ctx.actor.label },
    }),
    db.failureGroup.updateMany({
      where: { workspaceId, key: { in: open } },
      data: { snoozedUntil: null },
    }),
  ]);
  return { count, keys: open, at: at.toISOString() };
}
