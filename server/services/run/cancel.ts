import { afterCancel } from "~/server/engine/dispatch";
import { finishRun } from "~/server/engine/journal";
import { AppError, notFound } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { isRunId } from "./run-id";
import type { RunStatusView } from "./schemas";

/**
 * Ends a run that waits: for a place, for its time, or for somebody. Throws `not_found`, and `conflict` for one whose steps
 * are being run or that has ended.
 */
export async function cancelRun(ctx: ServiceContext, { id }: { id: string }): Promise<RunStatusView> {
  requireRole(ctx, "editor");
  const { workspaceId, actor } = ctx;
  const find = () =>
    ctx.db.run.findUnique({ where: { workspaceId_id: { workspaceId, id } }, select: { status: true } });
  if (!isRunId(id) || !(await find())) throw notFound("run");
  const error = {
    code: "canceled",
    message: `${actor.label} canceled it.`,
    remedy: "Run it again if it is wanted after all.",
  };
  if (await finishRun(workspaceId, id, "canceled", error, ["queued", "waiting", "held"])) {
    await afterCancel(workspaceId, id);
    return { id, status: "canceled" };
  }
  const status = (await find())?.status;
  throw new AppError(
    "conflict",
    status === "running"
      ? "Its steps are being run right now. Wait until it ends or waits."
      : "This run has ended: there is nothing to cancel.",
  );
}
