import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { isRunId } from "./run-id";
import type { RunView } from "./schemas";
import { RUN_SELECT, runSummary, stepView } from "./view";

/** One run with its steps in order. Throws `not_found`. */
export async function getRun(ctx: ServiceContext, { id }: { id: string }): Promise<RunView> {
  if (!isRunId(id)) throw notFound("run");
  const row = await ctx.db.run.findUnique({
    where: { workspaceId_id: { workspaceId: ctx.workspaceId, id } },
    select: { ...RUN_SELECT, steps: { orderBy: { position: "asc" } } },
  });
  if (!row) throw notFound("run");
  const { steps, ...run } = row;
  return { ...runSummary(run), steps: steps.map(stepView) };
}
