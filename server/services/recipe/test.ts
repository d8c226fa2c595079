import { v7 as uuid } from "uuid";
import type { z } from "zod";
import { OWN_SAMPLES } from "~/server/connectors/triggers";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { finishRun } from "~/server/engine/journal";
import { AppError, notFound } from "~/server/errors";
import { normalizeEvent } from "~/server/events/normalize";
import type { Prisma } from "~/server/generated/prisma/client";
import type { Definition } from "~/server/recipes/definition";
import { sampleOf } from "~/server/recipes/samples";
import { eventTypesOf } from "~/server/recipes/trigger";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRun } from "~/server/services/run/get";
import type { RunView } from "~/server/services/run/schemas";
import { getRecipeRow } from "./internal";
import type { TestRecipeInput } from "./schemas";
import { requireSound } from "./sound";

/**
 * Runs the draft at once with a stored event, a pasted one, or the sample of its first event type, and returns the whole run.
 * A dry run (the default) sends nothing. Throws `recipe_invalid` when the draft cannot run.
 */
export async function testRecipe(
  ctx: ServiceContext,
  input: z.input<typeof TestRecipeInput>,
): Promise<RunView> {
  requireRole(ctx, "editor");
  const { workspaceId } = ctx;
  const row = await getRecipeRow(ctx, input.id);
  const definition = await requireSound(ctx, row, "This draft cannot run yet.");
  const eventId = await testEvent(ctx, input, definition);
  const runId = uuid();
  const { _max } = await ctx.db.run.aggregate({
    where: { workspaceId, recipeId: row.id, eventId },
    _max: { sequence: true },
  });
  const sequence = Math.max(0, _max.sequence ?? 0) + 1;
  await ctx.db.run.create({
    data: {
      workspaceId,
      id: runId,
      recipeId: row.id,
      definition: definition as unknown as Prisma.InputJsonObject,
      eventId,
      sequence,
      rootRunId: runId,
      mode: "test",
      dryRun: input.dryRun ?? true,
      dispatchedAt: new Date(),
    },
  });
  await runToEnd(workspaceId, runId);
  return getRun(ctx, { id: runId });
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

async function testEvent(
  ctx: ServiceContext,
  input: z.input<typeof TestRecipeInput>,
  definition: Definition,
): Promise<string> {
  const { workspaceId } = ctx;
  if (input.eventId && input.event)
    throw new AppError("invalid_input", "event: give either event or eventId, not both.");
  if (input.eventId) {
    const stored = await ctx.db.event.findUnique({
      where: { workspaceId_id: { workspaceId, id: input.eventId } },
      select: { id: true },
    });
    if (!stored) throw notFound("event");
    return stored.id;
  }
  const { trigger } = definition;
  const payload = input.event ?? sampleOf(eventTypesOf(trigger)[0] ?? "customer.created", OWN_SAMPLES);
  const { type, apiVersion, occurredAt } = normalizeEvent(trigger.type, JSON.stringify(payload));
  const id = uuid();
  await ctx.db.event.create({
    data: {
      workspaceId,
      id,
      originId: id,
      externalId: `test_${id}`,
      type,
      apiVersion,
      occurredAt,
      source: "manual",
      fate: "ran",
      payload: payload as unknown as Prisma.InputJsonObject,
    },
  });
  return id;
}
