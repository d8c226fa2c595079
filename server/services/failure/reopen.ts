import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";

interface Resolved {
  keys: string[];
  /** The moment that `resolveFailures` told. */
  at: string;
}

/** Takes back one `resolveFailures`: its runs are in the inbox again. Throws `not_found` when nothing of it is left. */
export async function reopenFailures(
  ctx: ServiceContext,
  { keys, at }: Resolved,
): Promise<{ count: number }> {
  requireRole(ctx, "editor");
  const { db, workspaceId } = ctx;
  const { count } = await db.run.updateMany({
    where: { workspaceId, failureKey: { in: keys }, resolvedAt: new Date(at), resolution: "resolved" },
    data: { resolvedAt: null, resolution: null, resolvedBy: null },
  });
  if (count === 0) throw new AppError("not_found", "These failures are not resolved any more, or are gone.");
  return { count };
}
