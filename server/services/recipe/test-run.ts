import { v7 as uuid } from "uuid";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { finishRun } from "~/server/engine/journal";
import type { Prisma } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import type { Pinned } from "~/server/recipes/single-step";
import type { ServiceContext } from "~/server/services/context";
import { getRun } from "~/server/services/run/get";
import type { RunView } from "~/server/services/run/schemas";

interface TestRun {
  recipeId: string;
  definition: Definition;
  eventId: string;
  dryRun: boolean;
  pinned?: Pinned | undefined;
  /** Runs that are compared share one, so that their keys are the same. */
  rootRunId?: string;
}

/** Runs a definition with a stored event at once, as a run of mode `test`, and returns the whole run. */
export async function runTest(ctx: ServiceContext, test: TestRun): Promise<RunView> {
  const { workspaceId } = ctx;
  const { recipeId, definition, eventId, dryRun, pinned } = test;
  const id = uuid();
  const tried = await ctx.db.run.aggregate({
    where: { workspaceId, recipeId, eventId },
    _max: { sequence: true },
  });
  await ctx.db.run.create({
    data: {
      workspaceId,
      id,
      recipeId,
      definition: definition as unknown as Prisma.InputJsonObject,
      ...(pinned ? { pinned: pinned as unknown as Prisma.InputJsonObject } : {}),
      eventId,
      // 0 is the run that ingest makes.
      sequence: Math.max(tried._max.sequence ?? 0, 0) + 1,
      rootRunId: test.rootRunId ?? id,
      mode: "test",
      dryRun,
      dispatchedAt: new Date(),
    },
  });
  await runToEnd(workspaceId, id);
  return getRun(ctx, { id });
}

/** A person is waiting: a step that would wait ends the test instead. */
async function runToEnd(workspaceId: string, runId: string): Promise<void> {
  try {
    await executeRun(embeddedSteps, workspaceId, runId);
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
    const message = `A step asked to try again at ${error.at.toISOString()}; a live run would wait for it.`;
    await finishRun(workspaceId, runId, "failed", { code: "would_retry", message });
  }
}
