import { getAction } from "~/server/connectors/catalog";
import type { Action } from "~/server/connectors/define";
import type { ActionStep, CallingStep, LookupStep, Problem } from "~/server/recipes/definition";
import { lintConfirmed } from "./confirm";
import { lintConnection, lintMode } from "./connection";
import { lintMissing } from "./missing";
import { lintNeverFits } from "./never-fits";
import { at, type LintEnvironment, type LintPlace, problem, warning } from "./place";
import { remove } from "./repairs";
import { lintTemplates } from "./templates";
import { pathsIn } from "./value-path";
import { lintTypes } from "./wrong-type";

/** The problems of one action step: its action, its connection, its input, its templates. */
export function lintAction(step: ActionStep, place: LintPlace, environment: LintEnvironment): Problem[] {
  const action = getAction(step.action);
  if (action) return lintCall(step, action, place, environment);
  const message = step.action ? `There is no action "${step.action}".` : "No action is chosen.";
  return [problem(at(place, "action").path, message, "Choose an action from the catalog.")];
}

/** What an action step and a look-up share: a connection, and an input of the action's. */
export function lintCall(
  step: ActionStep | LookupStep,
  action: Action,
  place: LintPlace,
  environment: LintEnvironment,
): Problem[] {
  const { input } = step;
  const here = at(place, "input");
  return [
    ...(action.app === "core" ? [] : lintAccount(step, action, place, environment)),
    ...lintTemplates(input, here),
    ...lintConfirmed(input, action, here.path),
    ...lintTypes(input, action.input, here),
    ...lintMissing(step, input, action.input, place),
    ...lintNeverFits(step, action, here),
    ...lintFallbacks(step, input, place),
  ];
}

function lintAccount(
  { connection }: ActionStep | LookupStep,
  { app }: Action,
  place: LintPlace,
  environment: LintEnvironment,
): Problem[] {
  const { path } = at(place, "connection");
  return [
    ...lintConnection(path, connection, app, environment),
    ...lintMode(path, connection, place.triggerConnection, environment),
  ];
}

/** Fallbacks stand in for an input's templates; one of nothing is a slip. */
export function lintFallbacks({ onMissing = {} }: CallingStep, input: unknown, place: LintPlace): Problem[] {
  const paths = pathsIn(input);
  return Object.entries(onMissing).flatMap(([path, fallback]) => {
    const here = at(place, "onMissing", path);
    if (path !== "" && paths.has(path)) return lintTemplates(fallback, here);
    const fix = "Remove this fallback, or fill in that input.";
    return [warning(here.path, `There is no input "${path}".`, fix, remove("Remove it", here.path))];
  });
}
