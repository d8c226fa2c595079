import type { Problem, Step } from "~/server/recipes/definition";
import { pointerText } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import { problem, under } from "./place";
import { freshId, setTo } from "./repairs";
import { usedSteps } from "./uses";

/** Ids name a step's output and its place in the log, so each may be there only once. */
export function lintStepIds(steps: readonly Step[]): Problem[] {
  const placed = allSteps(steps);
  const ids = placed.map(({ step }) => step.id);
  const used = usedSteps(steps);
  return placed.flatMap(({ step: { id }, pointer }, index) => {
    if (ids.indexOf(id) === index) return [];
    const path = under(pointerText(pointer), "id");
    const other = freshId(id, ids);
    // Which of the two a template means, only its author knows.
    const repair = used && !used.has(id) ? setTo(`Call it ${other}`, path, other) : undefined;
    return [problem(path, `Another step is called "${id}" too.`, "Give each step its own name.", repair)];
  });
}
