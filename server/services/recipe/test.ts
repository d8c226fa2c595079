import type { z } from "zod";
import { singleStep } from "~/server/recipes/single-step";
import { requireRole, type ServiceContext } from "~/server/services/context";
import type { RunView } from "~/server/services/run/schemas";
import { getRecipeRow } from "./internal";
import { TestRecipeInput } from "./schemas";
import { requireSound } from "./sound";
import { testEvent } from "./test-event";
import { runTest } from "./test-run";

/**
 * Runs the draft, or one step of it, at once with a stored event, a pasted one or a sample, and returns the whole run. A
 * dry run (the default) sends nothing. Throws `recipe_invalid` when what is tried cannot run, `invalid_input`, `not_found`.
 */
export async function testRecipe(
  ctx: ServiceContext,
  input: z.input<typeof TestRecipeInput>,
): Promise<RunView> {
  requireRole(ctx, "editor");
  const row = await getRecipeRow(ctx, input.id);
  const { id, dryRun, step, pinned, ...chosen } = TestRecipeInput.parse(input);
  const refusal = step ? `The step "${step}" cannot run yet.` : "This draft cannot run yet.";
  const definition = await requireSound(ctx, row, refusal, step);
  const event = await testEvent(ctx, chosen, definition.trigger);
  const now = new Date().toISOString();
  const tried = step
    ? singleStep(definition, { stepId: step, outputs: pinned, trigger: event.payload, now })
    : { definition };
  return runTest(ctx, { ...tried, recipeId: id, eventId: event.id, dryRun });
}
