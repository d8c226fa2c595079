import { z } from "zod";
import { admitSoon } from "~/server/engine/admission";
import { PRIORITY } from "~/server/engine/limits";
import { DECIDED } from "~/server/engine/lineage/past";
import { AppError, notFound } from "~/server/errors";
import { Prisma } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { LINEAGE_TRANSACTION, lockLineage } from "./lineage-lock";
import { reopenSteps } from "./reopen-steps";
import { isRunId } from "./run-id";
import type { AttemptView, RunStatusView } from "./schemas";

export const DecideInput = z.object({
  id: z.string(),
  path: z.string().min(1).max(500).meta({ description: "The step, as `steps` names it." }),
  decision: z.enum(["done", "again"]).meta({
    description: '"done": it was done, and the run goes on after it. "again": it was not; it is done now.',
  }),
});

type Decision = z.output<typeof DecideInput>;

/**
 * Decides what became of a step whose answer was lost, and lets the run go on; of several such steps the last decision does.
 * Throws `not_found`, and `conflict` when there is nothing to decide (any more).
 */
export async function decideOutcome(
  ctx: ServiceContext,
  input: z.input<typeof DecideInput>,
): Promise<RunStatusView> {
  requireRole(ctx, "editor");
  const asked = DecideInput.parse(input);
  if (!isRunId(asked.id)) throw notFound("run");
  const status = await ctx.db.$transaction((tx) => decide(tx, ctx, asked), LINEAGE_TRANSACTION);
  if (status === "queued") admitSoon(ctx.workspaceId);
  return { id: asked.id, status };
}

async function decide(
  tx: Prisma.TransactionClient,
  { workspaceId, actor }: ServiceContext,
  { id, path, decision }: Decision,
): Promise<"queued" | "outcome_unknown"> {
  const ofRun = { workspaceId_id: { workspaceId, id } };
  const run = await tx.run.findUnique({ where: ofRun, select: { rootRunId: true } });
  if (!run) throw notFound("run");
  const { newest } = await lockLineage(tx, workspaceId, run.rootRunId);
  const ofStep = { workspaceId_runId_path: { workspaceId, runId: id, path } };
  const step = await tx.stepRun.findUnique({ where: ofStep });
  if (!step) throw notFound("step");
  await requireUndecided(tx, workspaceId, { id, newest, step });
  const by = { by: actor.label, at: new Date().toISOString() };
  if (decision === "done")
    await tx.stepRun.update({
      where: ofStep,
      data: { status: "succeeded", output: { decided: "done", ...by }, error: Prisma.DbNull },
    });
  else
    await tx.stepRun.update({
      where: ofStep,
      data: {
        status: "waiting",
        output: Prisma.DbNull,
        error: Prisma.DbNull,
        finishedAt: null,
        attempts: [...(step.attempts as unknown[]), noteOf(by)] as Prisma.InputJsonArray,
      },
    });
  const open = { workspaceId, runId: id, status: "outcome_unknown" as const, kind: { not: "loop" } };
  if ((await tx.stepRun.count({ where: open })) > 0) return "outcome_unknown";
  await reopenSteps(tx, workspaceId, id);
  await tx.run.update({
    where: ofRun,
    data: {
      status: "queued",
      error: Prisma.DbNull,
      priority: PRIORITY.awaited,
      dispatchedAt: null,
      finishedAt: null,
      failureKey: null,
      resolvedAt: null,
      resolution: null,
    },
  });
  return "queued";
}

/** The log keeps who wanted it done again, among the attempts. */
const noteOf = ({ by, at }: { by: string; at: string }): AttemptView => ({
  startedAt: at,
  durationMs: 0,
  error: { code: DECIDED, message: `${by} decided that it is done again.` },
  requests: [],
});

interface Found {
  id: string;
  newest: string | null;
  step: { status: string; output: Prisma.JsonValue };
}

async function requireUndecided(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  { id, newest, step }: Found,
): Promise<void> {
  const decided = z.object({ decided: z.string(), by: z.string() }).safeParse(step.output).data;
  if (decided) throw new AppError("conflict", `${decided.by} decided already that this was done.`);
  if (step.status !== "outcome_unknown")
    throw new AppError("conflict", "The outcome of this step is known, or was decided already.");
  // The lock is held: only now the run's own state is sure.
  const run = await tx.run.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { status: true, mode: true },
  });
  if (run?.mode !== "live")
    throw new AppError("conflict", "This run was a test, and does not go on. Test the recipe again.");
  if (run.status !== "outcome_unknown")
    throw new AppError("conflict", "This run has not ended yet. Decide when it has.");
  if (newest !== null && newest !== id)
    throw new AppError("conflict", `This run was run again as ${newest}. Decide there.`, { runId: newest });
}
