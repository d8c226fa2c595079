import type { z } from "zod";
import { arrivedAt } from "~/server/engine/lineage/past";
import { AppError, notFound } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import { Definition } from "~/server/recipes/definition";
import type { ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "~/server/services/recipe/internal";
import { versionRow } from "~/server/services/recipe/version-row";
import { isRunId } from "~/server/services/run/run-id";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import { keptSteps } from "./kept-steps";
import type { OldStep } from "./old-step";
import { placesOf, templateOf } from "./places";
import type { RerunInput } from "./schemas";

const RUN = {
  id: true,
  recipeId: true,
  version: true,
  mode: true,
  status: true,
  error: true,
  rootRunId: true,
  repeats: true,
  lane: true,
  subject: true,
  laneAt: true,
  createdAt: true,
  recipe: { select: { triggerType: true } },
  event: { select: { id: true, externalId: true, type: true, prunedAt: true } },
} satisfies Prisma.RunSelect;
export type OldRun = Prisma.RunGetPayload<{ select: typeof RUN }>;

/** What a rerun will be, before anything is written. */
export interface Plan {
  run: OldRun;
  steps: OldStep[];
  /** The version that it will follow. */
  version: number;
  before: Definition | null;
  after: Definition | null;
  /** The steps that are taken over, by their places. */
  kept: Set<string>;
  repeats: string[];
}

/**
 * Finds out what a rerun takes over. Throws `not_found`; `conflict` for a run that cannot be run again as it is;
 * `invalid_input` where there is nothing to begin from.
 */
export async function planRerun(ctx: ServiceContext, input: z.output<typeof RerunInput>): Promise<Plan> {
  const { db, workspaceId } = ctx;
  const run = isRunId(input.id)
    ? await db.run.findUnique({ where: { workspaceId_id: { workspaceId, id: input.id } }, select: RUN })
    : null;
  if (!run) throw notFound("run");
  requireEnded(run);
  if (run.event.prunedAt && !input.event)
    throw new AppError(
      "conflict",
      "This run's event was deleted after its time was over. Give the event to run it again.",
    );
  const recipe = await getRecipeRow(ctx, run.recipeId);
  const version = input.version === "current" ? recipe.currentVersion : run.version;
  if (version === null)
    throw new AppError("conflict", `"${recipe.name}" has no published version. Publish it first.`);
  const read = async (number: number | null) =>
    number === null
      ? null
      : (Definition.safeParse((await versionRow(ctx, run.recipeId, number)).definition).data ?? null);
  const before = await read(run.version);
  const after = version === run.version ? before : await read(version);
  const steps = await oldSteps(ctx, run.id);
  const { from = hasFailure(run, steps) ? "failed" : "start", repeat } = input;
  const asked = from === "failed" || from === "start" ? null : from;
  if (asked !== null) requireStep(asked, steps, after);
  const failedAt = (run.error as unknown as ErrorView | null)?.step ?? null;
  if (from === "failed" && !hasFailure(run, steps))
    throw new AppError("invalid_input", `from: no step of this run failed. Say "start", or a step's path.`);
  const kept =
    from === "start" || !before || !after
      ? new Set<string>()
      : keptSteps({ steps, before, after, asked, failedAt });
  const repeats = [...new Set([...repeat, ...(await stillWanted(ctx, run, steps))])];
  return { run, steps, version, before, after, kept, repeats };
}

const OPEN = new Set(["queued", "running", "waiting", "held"]);

function requireEnded({ mode, status }: OldRun): void {
  if (mode === "test")
    throw new AppError(
      "conflict",
      "This run was a test. Test the recipe again, or run one of its live runs again.",
    );
  if (mode === "shadow")
    throw new AppError(
      "conflict",
      "This run was in shadow and sent nothing. Set the recipe live, or run the live run of its event again.",
    );
  if (OPEN.has(status))
    throw new AppError("conflict", "This run has not ended. Wait for its end, or cancel it first.");
}

/** Whether there is something to begin from. */
function hasFailure({ status }: OldRun, steps: readonly OldStep[]): boolean {
  const isFine = status === "succeeded" || status === "filtered";
  return !isFine || steps.some((step) => step.status === "failed");
}

function requireStep(path: string, steps: readonly OldStep[], after: Definition | null): void {
  if (!steps.some((step) => step.path === path))
    throw new AppError(
      "invalid_input",
      `from: this run has no step "${path}". Say "failed", "start", or a step's path.`,
    );
  if (after && !placesOf(after).has(templateOf(path)))
    throw new AppError(
      "invalid_input",
      `from: the current version has no step "${path}". Begin at another one.`,
    );
}

async function oldSteps({ db, workspaceId }: ServiceContext, runId: string): Promise<OldStep[]> {
  return db.$queryRaw<OldStep[]>`
    SELECT "path", "kind", "action", "status"::text AS "status", "error"->>'code' AS "errorCode",
           CASE WHEN "kind" = 'branch' THEN "output"->>'decision' WHEN "kind" = 'lookup' THEN "output"->>'match' END AS "choice",
           CASE WHEN "kind" = 'loop' THEN ("input"->>'count')::int END AS "count"
    FROM "StepRun"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "runId" = ${runId}::uuid ORDER BY "position", "path"`;
}

/** What was to be repeated and was not, because the run did not get there or it was refused for certain, is still wanted. */
async function stillWanted(
  { db, workspaceId }: ServiceContext,
  { id: runId, repeats }: OldRun,
  steps: readonly OldStep[],
): Promise<string[]> {
  if (repeats.length === 0) return [];
  const isMeant = (repeat: string, path: string) => path === repeat || templateOf(path) === repeat;
  const met = steps.filter(({ path }) => repeats.some((repeat) => isMeant(repeat, path)));
  const unreached = repeats.filter((repeat) => !met.some(({ path }) => isMeant(repeat, path)));
  const missed = await db.stepRun.findMany({
    where: {
      workspaceId,
      runId,
      path: { in: met.map(({ path }) => path) },
      status: { in: ["failed", "skipped"] },
    },
    select: { path: true, attempts: true },
  });
  const refused = missed.filter(({ attempts }) => arrivedAt(attempts as unknown as AttemptView[]) === null);
  return [...unreached, ...refused.map(({ path }) => path)];
}
