import type { BranchStep, Problem } from "~/server/recipes/definition";
import { lintCondition } from "./condition";
import { at, type LintPlace, problem, warning } from "./place";
import { lintArmReach } from "./reach";
import { freshId, setTo } from "./repairs";

/** A branch's own shape: something to do in it, and paths with names of their own that runs can take. */
export function lintBranch(step: BranchStep, place: LintPlace): Problem[] {
  const { paths, otherwise = [] } = step;
  const conditions = paths.flatMap(({ when }, index) =>
    lintCondition(when, at(place, "paths", index, "when")),
  );
  if (otherwise.length === 0 && paths.every(({ steps }) => steps.length === 0)) {
    const idle = problem(
      place.path,
      "This branch does nothing in any of its paths.",
      "Add a step to a path.",
    );
    return [idle, ...conditions];
  }
  return [...lintPathIds(step, place), ...lintIdle(step, place), ...lintArmReach(step, place), ...conditions];
}

function lintPathIds({ paths }: BranchStep, place: LintPlace): Problem[] {
  const ids = paths.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (id !== "otherwise" && ids.indexOf(id) === index) return [];
    const { path } = at(place, "paths", index, "id");
    const other = freshId(id, [...ids, "otherwise"]);
    const repair = setTo(`Call it ${other}`, path, other);
    return [problem(path, `The path's id "${id}" is taken.`, "Give it another one.", repair)];
  });
}

function lintIdle({ paths }: BranchStep, place: LintPlace): Problem[] {
  return paths.flatMap(({ id, name, steps }, index) => {
    if (steps.length > 0) return [];
    const { path } = at(place, "paths", index, "steps");
    return [warning(path, `The path "${name ?? id}" does nothing.`, "Add a step, or remove the path.")];
  });
}
