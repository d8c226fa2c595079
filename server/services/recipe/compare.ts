import { v7 as uuid } from "uuid";
import type { z } from "zod";
import type { Recipe } from "~/server/generated/prisma/client";
import { compareRuns } from "~/server/recipes/compare-runs";
import { neutral } from "~/server/recipes/neutral";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getRecipeRow } from "./internal";
import { CompareRecipeInput, type ComparisonView, type VersionName } from "./schemas";
import { requireSound } from "./sound";
import { testEvent } from "./test-event";
import { runTest } from "./test-run";
import { versionRow } from "./version-row";

/**
 * What two versions of a recipe would send for the same event, step by step; both are dry runs with the same keys.
 * Throws `not_found` for a version that is not there, `recipe_invalid` for one that cannot run any more.
 */
export async function compareRecipe(
  ctx: ServiceContext,
  input: z.input<typeof CompareRecipeInput>,
): Promise<z.infer<typeof ComparisonView>> {
  requireRole(ctx, "editor");
  const row = await getRecipeRow(ctx, input.id);
  const { id, from, to, ...chosen } = CompareRecipeInput.parse(input);
  const [before, after] = [await definitionOf(ctx, row, from), await definitionOf(ctx, row, to)];
  const event = await testEvent(ctx, chosen, after.trigger);
  const shared = { recipeId: id, eventId: event.id, dryRun: true, rootRunId: uuid() };
  const old = await runTest(ctx, { ...shared, definition: before });
  const now = await runTest(ctx, { ...shared, definition: after });
  const side = (version: VersionName, run: typeof old) => ({ version, runId: run.id, status: run.status });
  const steps = compareRuns(neutral(old.steps, old), neutral(now.steps, now));
  return { from: side(from, old), to: side(to, now), steps };
}

async function definitionOf(ctx: ServiceContext, row: Recipe, version: VersionName) {
  if (version === "draft") return requireSound(ctx, row, "This draft cannot run yet.");
  const { definition } = await versionRow(ctx, row.id, version);
  const published = { id: row.id, definition, hookSecret: row.hookSecret };
  return requireSound(ctx, published, `Version ${version} cannot run any more.`);
}
