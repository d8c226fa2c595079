import type { Problem, Step } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import { problem } from "./place";
import { writtenPath } from "./schema";

interface Placed {
  id: string;
  path: string;
}

/** Every step with its path as problems write it. */
export function placedSteps(steps: readonly Step[]): Placed[] {
  return allSteps(steps).map(({ step, pointer }) => ({ id: step.id, path: writtenPath(pointer) }));
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
