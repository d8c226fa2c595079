import type { BranchStep, Problem, Step } from "~/server/recipes/definition";
import { hasOutput, innerLists } from "~/server/recipes/step-tree";
import { lintAction } from "./action";
import { assuredBy } from "./assured";
import { lintCondition } from "./condition";
import { lintDedupe, lintDelay, lintStop } from "./flow";
import { at, type LintEnvironment, type LintPlace, problem, warning } from "./place";
import { writtenPath } from "./schema";

/** The problems of a list of steps, in which each sees the output of the actions before it. */
export function lintSteps(steps: readonly Step[], place: LintPlace, environment: LintEnvironment): Problem[] {
  const known = [...place.known];
  const assured = [...place.assured];
  return steps.flatMap((step, index) => {
    const here = { ...at(place, `[${index}]`), known: [...known], assured: [...assured] };
    const found = [
      ...lintReach(steps, index, here),
      ...lintStep(step, here, environment),
      ...lintInner(step, here, environment),
    ];
    if (hasOutput(step)) known.push(step.id);
    if (step.kind === "filter") assured.push(...assuredBy(step.when));
    return found;
  });
}

/** Said once, of the first step that no run ever comes to. */
function lintReach(steps: readonly Step[], index: number, { path }: LintPlace): Problem[] {
  if (steps[index - 1]?.kind !== "stop") return [];
  return [
    warning(path, "No run comes to this step: the one before it ends the run.", "Remove one of the two."),
  ];
}

function lintStep(step: Step, place: LintPlace, environment: LintEnvironment): Problem[] {
  if (step.kind === "action") return lintAction(step, place, environment);
  if (step.kind === "filter") return lintCondition(step.when, at(place, "when"));
  if (step.kind === "delay") return lintDelay(step, place);
  if (step.kind === "dedupe") return lintDedupe(step, place);
  if (step.kind === "stop") return lintStop(step, place);
  if (step.kind === "branch")
    return [
      ...lintArms(step, place),
      ...step.paths.flatMap(({ when }, index) => lintCondition(when, at(place, `paths[${index}].when`))),
    ];
  return [];
}

/** The lists of steps inside a step; each sees what was there before the step, a look-up's also what it found. */
function lintInner(step: Step, outer: LintPlace, environment: LintEnvironment): Problem[] {
  const place = step.kind === "lookup" ? { ...outer, known: [...outer.known, step.id] } : outer;
  return innerLists(step).flatMap((list) => {
    const arm = step.kind === "branch" ? step.paths.find(({ id }) => id === list.pathId) : undefined;
    const assured = arm ? [...place.assured, ...assuredBy(arm.when)] : place.assured;
    return lintSteps(list.steps, { ...at(place, writtenPath(list.at)), assured }, environment);
  });
}

/** A branch's own shape: something to do in it, and paths with names of their own. */
function lintArms({ paths, otherwise = [] }: BranchStep, place: LintPlace): Problem[] {
  if (otherwise.length === 0 && paths.every(({ steps }) => steps.length === 0))
    return [problem(place.path, "This branch does nothing in any of its paths.", "Add a step to a path.")];
  const ids = paths.map(({ id }) => id);
  return paths.flatMap(({ id, name, steps }, index) => {
    const path = `${place.path}.paths[${index}]`;
    const isTaken = id === "otherwise" || ids.indexOf(id) !== index;
    return [
      ...(isTaken ? [problem(`${path}.id`, `The path's id "${id}" is taken.`, "Give it another one.")] : []),
      ...(steps.length === 0
        ? [
            warning(
              `${path}.steps`,
              `The path "${name ?? id}" does nothing.`,
              "Add a step, or remove the path.",
            ),
          ]
        : []),
    ];
  });
}
