import { AppError } from "~/server/errors";
import { Definition, type Problem } from "~/server/recipes/definition";
import { lint } from "~/server/recipes/lint";
import { pointerText } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import type { ServiceContext } from "~/server/services/context";
import { lintEnvironment } from "./internal";

/**
 * The definition, if it can run in this workspace as it is now; with `step`, if that step can, whatever is wrong
 * elsewhere. Throws `recipe_invalid` with the problems, `invalid_input` when there is no such step.
 */
export async function requireSound(
  ctx: ServiceContext,
  recipe: Parameters<typeof lintEnvironment>[1],
  refusal: string,
  step?: string,
): Promise<Definition> {
  const { definition } = recipe;
  const problems = lint(definition, await lintEnvironment(ctx, recipe));
  const parsed = Definition.safeParse(definition);
  const concerns = parsed.success && step ? isWithin(parsed.data, step) : () => true;
  if (parsed.success && !problems.some((problem) => problem.severity === "error" && concerns(problem)))
    return parsed.data;
  throw new AppError("recipe_invalid", `${refusal} Mend the problems listed.`, { problems });
}

function isWithin({ steps }: Definition, id: string): (problem: Problem) => boolean {
  const placed = allSteps(steps).find(({ step }) => step.id === id);
  if (!placed) throw new AppError("invalid_input", `step: this recipe has no step "${id}".`);
  const here = pointerText(placed.pointer);
  return ({ path }) => path === here || path.startsWith(`${here}.`) || path.startsWith(`${here}[`);
}
