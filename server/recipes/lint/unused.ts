import { getAction } from "~/server/connectors/catalog";
import type { Problem, Repair, Step } from "~/server/recipes/definition";
import { pointerText, valueAt } from "~/server/recipes/pointer";
import { allSteps, innerLists, type PlacedStep } from "~/server/recipes/step-tree";
import { onlyReads } from "./lookup";
import { warning } from "./place";
import { remove } from "./repairs";
import { usedSteps } from "./uses";

/** Steps that only find something out, which no other step wants to know. */
export function lintUnused(steps: readonly Step[]): Problem[] {
  const used = usedSteps(steps);
  if (!used) return [];
  return allSteps(steps).flatMap((placed) => {
    const { step, pointer } = placed;
    if (used.has(step.id) || !onlyFinds(step) || innerLists(step).some((list) => list.steps.length > 0))
      return [];
    const what = step.kind === "code" ? "this code returns" : "this step finds";
    const fix = "Use its output in a later step, or remove it.";
    return [warning(pointerText(pointer), `Nothing uses what ${what}.`, fix, removal(placed, steps))];
  });
}

function onlyFinds(step: Step): boolean {
  if (step.kind === "code") return true;
  if (step.kind !== "action" && step.kind !== "lookup") return false;
  const action = getAction(step.action);
  return action !== undefined && onlyReads(action);
}

/** The last step of a list stays: a list without steps is a problem of its own. */
function removal({ pointer }: PlacedStep, steps: readonly Step[]): Repair | undefined {
  const list = valueAt({ steps }, pointer.slice(0, -1));
  return Array.isArray(list) && list.length > 1
    ? remove("Remove this step", pointerText(pointer))
    : undefined;
}
