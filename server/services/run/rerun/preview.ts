import { v7 as uuid } from "uuid";
import { loadLineage } from "~/server/engine/lineage/load";
import type { ServiceContext } from "~/server/services/context";
import { diffVersions } from "~/server/services/recipe/diff-versions";
import { editedEvent } from "./edited-event";
import { forecast } from "./forecast";
import { type OldRun, planRerun } from "./plan";
import { RerunInput, type RerunPreview } from "./schemas";

/**
 * Says what a rerun would do before it does: which steps it takes over, runs, or does once more, and what the live version
 * does differently. Changes nothing. Throws what the rerun would.
 */
export async function previewRerun(ctx: ServiceContext, input: RerunInput): Promise<RerunPreview> {
  const asked = RerunInput.parse(input);
  const plan = await planRerun(ctx, asked);
  const { workspaceId } = ctx;
  if (asked.event) editedEvent(workspaceId, plan, asked.event);
  const { run } = plan;
  const { rootRunId } = run;
  const [lineage, differs, newer] = await Promise.all([
    loadLineage(workspaceId, rootRunId, null),
    differences(ctx, run),
    newerEvent(ctx, run),
  ]);
  return {
    steps: forecast(plan, { workspaceId, rootRunId, runId: uuid(), lineage }),
    differs,
    ...(newer
      ? {
          staleness: `A newer event of ${run.subject} (${newer.type}, ${newer.externalId}) was handled since.`,
        }
      : {}),
  };
}

async function differences(ctx: ServiceContext, { recipeId, version }: OldRun): Promise<string[]> {
  const { workspaceId } = ctx;
  const recipe = await ctx.db.recipe.findUnique({
    where: { workspaceId_id: { workspaceId, id: recipeId } },
    select: { currentVersion: true },
  });
  const current = recipe?.currentVersion;
  if (!current || version === null || current === version) return [];
  const { changes } = await diffVersions(ctx, { id: recipeId, from: version, to: current });
  return changes.map(({ sentence }) => sentence);
}

async function newerEvent({ db, workspaceId }: ServiceContext, run: OldRun) {
  const { recipeId, subject, laneAt, rootRunId } = run;
  if (!subject || !laneAt) return null;
  const newer = await db.run.findFirst({
    where: {
      workspaceId,
      recipeId,
      subject,
      laneAt: { gt: laneAt },
      startedAt: { not: null },
      status: { not: "canceled" },
      rootRunId: { not: rootRunId },
    },
    orderBy: { laneAt: "desc" },
    select: { event: { select: { type: true, externalId: true } } },
  });
  return newer?.event ?? null;
}
