import type { BranchStep, Problem, Step } from "~/server/recipes/definition";
import { at, type LintPlace, warning } from "./place";
import { remove, setTo } from "./repairs";
import { truthOf } from "./truth";

/** Said once, of the first step in a list that no run ever comes to. */
export function lintReach(steps: readonly Step[], index: number, place: LintPlace): Problem[] {
  const before = steps[index - 1];
  if (!before || !endsRun(before) || steps.slice(0, index - 1).some(endsRun)) return [];
  const why =
    before.kind === "stop"
      ? "the one before it ends the run"
      : "each way through the one before it ends the run";
  const isOne = index === steps.length - 1;
  const label = isOne ? "Remove this step" : "Remove this step and those after it";
  const repair = setTo(label, place.list?.path ?? "", steps.slice(0, index));
  const message = `No run comes to this step: ${why}.`;
  return [warning(place.path, message, "Remove one of the two.", repair)];
}

/** Whether no run goes on after a step, whichever way it takes. */
function endsRun(step: Step): boolean {
  if (step.kind === "stop") return true;
  if (step.kind === "branch")
    return [...step.paths.map(({ steps }) => steps), step.otherwise ?? []].every(ends);
  if (step.kind !== "lookup" || step.onError !== "fail") return false;
  const { found = [], none = [], many = "fail" } = step;
  return ends(found) && ends(none) && (typeof many === "string" || ends(many));
}

const ends = (steps: readonly Step[]) => steps.some(endsRun);

/** Paths that an earlier one keeps every run from. */
export function lintArmReach(step: BranchStep, place: LintPlace): Problem[] {
  const { paths, otherwise = [] } = step;
  const always = paths.findIndex(({ when }) => truthOf(when, place) === true);
  const found = paths.flatMap(({ id, name, when }, index) => {
    const here = at(place, "paths", index);
    const same = paths.findIndex((one) => JSON.stringify(one.when) === JSON.stringify(when));
    const isAfter = always >= 0 && index > always;
    if (!isAfter && same === index) return [];
    const other = paths[isAfter ? always : same];
    const why = isAfter ? "always holds" : "asks the same";
    const message = `No run takes the path "${name ?? id}": "${other?.name ?? other?.id}" before it ${why}.`;
    const left = paths.filter((_, at) => at !== index);
    const isSafe = [...left, { steps: otherwise }].some(({ steps }) => steps.length > 0);
    const repair = isSafe ? remove("Remove this path", here.path) : undefined;
    return [warning(here.path, message, "Change its condition, or remove it.", repair)];
  });
  return [...found, ...lintOtherwise(step, always, place)];
}

function lintOtherwise({ paths, otherwise = [] }: BranchStep, always: number, place: LintPlace): Problem[] {
  const first = paths[always];
  if (!first || otherwise.length === 0) return [];
  const { path } = at(place, "otherwise");
  const message = `No run takes “otherwise”: the path "${first.name ?? first.id}" always holds.`;
  const isSafe = paths.some(({ steps }) => steps.length > 0);
  const repair = isSafe ? remove("Remove “otherwise”", path) : undefined;
  return [warning(path, message, "Give that path a condition, or remove this.", repair)];
}
