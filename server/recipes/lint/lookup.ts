import { getAction } from "~/server/connectors/catalog";
import type { Action } from "~/server/connectors/define";
import type { LookupStep, Problem } from "~/server/recipes/definition";
import { lintCall } from "./action";
import { findsSeveral } from "./output-shape";
import { at, type LintEnvironment, type LintPlace, problem, warning } from "./place";
import { setTo } from "./repairs";

/** A look-up's action only reads; what happens with several matches is said where several are possible. */
export function lintLookup(step: LookupStep, place: LintPlace, environment: LintEnvironment): Problem[] {
  const action = getAction(step.action);
  const here = at(place, "action").path;
  if (!action) {
    const message = step.action ? `There is no action "${step.action}".` : "Nothing to look up is chosen.";
    return [problem(here, message, "Choose a reading action from the catalog.")];
  }
  const asked = lintCall(step, action, place, environment);
  if (!onlyReads(action)) {
    const message = `“${action.title}” changes something, and a look-up only reads.`;
    return [
      problem(here, message, "Choose an action that gets, finds or lists, or use an action step."),
      ...asked,
    ];
  }
  return [...asked, ...lintMany(step, place)];
}

export function onlyReads({ effect, effectOf }: Action): boolean {
  return effect === "read" && effectOf === undefined;
}

function lintMany({ action, many, found }: LookupStep, place: LintPlace): Problem[] {
  const path = at(place, "many").path;
  if (many !== undefined || !findsSeveral(action)) return [];
  const fix = "Take the first, or say what happens with several matches.";
  const repair = setTo("Take the first", path, "first");
  return found ? [warning(path, "Several matches fail this step.", fix, repair)] : [];
}
