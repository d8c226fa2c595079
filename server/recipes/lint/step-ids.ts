import type { Problem, Step } from "~/server/recipes/definition";
import { problem } from "./place";

interface Placed {
  id: string;
  path: string;
}

/** Every step with its path, branches included. */
export function placedSteps(steps: readonly Step[], path = "steps"): Placed[] {
  return steps.flatMap((step, index) => {
    const here = `${path}[${index}]`;
    const self = { id: step.id, path: here };
    if (step.kind !== "branch") return [self];
    const arms = step.paths.flatMap((arm, arms) => placedSteps(arm.steps, `${here}.paths[${arms}].steps`));
    return [self, ...arms, ...placedSteps(step.otherwise ?? [], `${here}.otherwise`)];
  });
}

/** Ids name a step's output and its place in the log, so each may be there only once. */
export function lintStepIds(placed: readonly Placed[]): Problem[] {
  const first = new Set<string>();
  return placed.flatMap(({ id, path }) => {
    if (!first.has(id)) {
      first.add(id);
      return [];
    }
    return [problem(`${path}.id`, `Another step is called "${id}" too.`, "Give each step its own name.")];
  });
}
