import { v7 as uuid } from "uuid";
import { admitSoon } from "~/server/engine/admission";
import { PRIORITY } from "~/server/engine/limits";
import { AppError } from "~/server/errors";
import { Prisma } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { requireKept } from "~/server/services/event/kept";
import { LINEAGE_TRANSACTION, lockLineage } from "./lineage-lock";
import { editedEvent } from "./rerun/edited-event";
import { type Plan, planRerun } from "./rerun/plan";
import { RerunInput, type RerunView } from "./rerun/schemas";

const TRIES = 5;

/**
 * Runs an ended run again: what is done is taken over, and no effect of its lineage is had twice unless `repeat` names its
 * step. Returns the new run's id. Throws `not_found`, `conflict` (it has not ended, or is being run again already),
 * `invalid_input`.
 */
export async function rerunRun(
  ctx: ServiceContext,
  input: RerunInput,
  { priority = PRIORITY.awaited }: { priority?: number } = {},
): Promise<RerunView> {
  requireRole(ctx, "editor");
  const asked = RerunInput.parse(input);
  const plan = await planRerun(ctx, asked);
  const event = asked.event ? editedEvent(ctx.workspaceId, plan, asked.event) : null;
  for (let tries = 1; ; tries += 1) {
    try {
      const id = await ctx.db.$transaction(
        (tx) => write(tx, ctx, plan, event, priority),
        LINEAGE_TRANSACTION,
      );
      admitSoon(ctx.workspaceId);
      return { id };
    } catch (error) {
      // A test of the recipe with the same event took the number.
      if (!isTaken(error) || tries >= TRIES) throw error;
    }
  }
}

const isTaken = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

async function write(
  tx: Prisma.TransactionClient,
  { workspaceId }: ServiceContext,
  { run, version, kept, repeats }: Plan,
  event: ReturnType<typeof editedEvent> | null,
  priority: number,
): Promise<string> {
  const { rootRunId, recipeId, lane, subject, laneAt } = run;
  const { open } = await lockLineage(tx, workspaceId, rootRunId);
  if (open)
    throw new AppError(
      "conflict",
      `Run ${open} runs this again already. Wait for its end, or cancel it first.`,
      {
        runId: open,
      },
    );
  if (event) await tx.event.create({ data: event });
  else await requireKept(tx, workspaceId, run.event.id);
  const eventId = event?.id ?? run.event.id;
  const taken = await tx.run.aggregate({
    where: { workspaceId, recipeId, eventId },
    _max: { sequence: true },
  });
  const id = uuid();
  await tx.run.create({
    data: {
      workspaceId,
      id,
      recipeId,
      version,
      eventId,
      // 0 is the run that ingest makes.
      sequence: Math.max(taken._max.sequence ?? 0, 0) + 1,
      rootRunId,
      rerunOfId: run.id,
      repeats,
      priority,
      lane,
      subject,
      laneAt,
    },
  });
  await takeOver(tx, workspaceId, { from: run.id, to: id, paths: [...kept] });
  await tx.run.updateMany({
    where: { workspaceId, rootRunId, failureKey: { not: null }, resolvedAt: null },
    data: { resolvedAt: new Date(), resolution: "rerun" },
  });
  return id;
}

/** Copies what is done; its attempts stay with the run that made them. */
async function takeOver(
  tx: Prisma.TransactionClient,
  workspaceId: string,
  { from, to, paths }: { from: string; to: string; paths: string[] },
): Promise<void> {
  if (paths.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "StepRun" ("workspaceId", "runId", "path", "position", "kind", "action", "status", "effectKey", "input", "output", "error",
                           "attempts", "reusedFrom", "startedAt", "finishedAt")
    SELECT "workspaceId", ${to}::uuid, "path", "position", "kind", "action", "status", "effectKey", "input", "output", "error",
           '[]', coalesce("reusedFrom", "runId"), "startedAt", "finishedAt"
    FROM "StepRun" WHERE "workspaceId" = ${workspaceId}::uuid AND "runId" = ${from}::uuid AND "path" = ANY (${paths}::text[])`;
}
