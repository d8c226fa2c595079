import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { isRunId } from "./run-id";
import type { LineageRun, RunView } from "./schemas";
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
  return { ...runSummary(run), steps: steps.map(stepView), lineage: await lineageOf(ctx, run) };
}

/** Tests and shadow runs stand for themselves. */
async function lineageOf(
  { db, workspaceId }: ServiceContext,
  { rootRunId, mode }: { rootRunId: string; mode: RunView["mode"] },
): Promise<LineageRun[]> {
  if (mode !== "live") return [];
  const rows = await db.run.findMany({
    where: { workspaceId, rootRunId, mode },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, status: true, version: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}
