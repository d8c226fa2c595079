import type { Prisma, StepRun } from "~/server/generated/prisma/client";
import type { AttemptView, ErrorView, RunSummary, StepRunView } from "./schemas";

export const RUN_SELECT = {
  id: true,
  recipeId: true,
  version: true,
  mode: true,
  dryRun: true,
  status: true,
  error: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  nextAttemptAt: true,
  waitingFor: true,
  recipe: { select: { name: true } },
  event: { select: { id: true, externalId: true, type: true } },
} satisfies Prisma.RunSelect;

type RunRow = Prisma.RunGetPayload<{ select: typeof RUN_SELECT }>;

/** A run as lists show it. */
export function runSummary({
  recipe,
  error,
  createdAt,
  startedAt,
  finishedAt,
  nextAttemptAt,
  ...row
}: RunRow): RunSummary {
  return {
    ...row,
    recipeName: recipe.name,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    // The engine's journal wrote this JSON in this shape.
    ...(error ? { error: error as unknown as ErrorView } : {}),
  };
}

/** A step of a run with every attempt. */
export function stepView(row: StepRun): StepRunView {
  return {
    path: row.path,
    kind: row.kind,
    ...(row.action ? { action: row.action } : {}),
    status: row.status,
    input: row.input,
    output: row.output,
    ...(row.error ? { error: row.error as unknown as ErrorView } : {}),
    attempts: row.attempts as unknown as AttemptView[],
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
