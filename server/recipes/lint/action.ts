import { getAction } from "~/server/connectors/catalog";
import type { ActionStep, Problem } from "~/server/recipes/definition";
import { lintConnection } from "./connection";
import { lintInput } from "./input";
import { lintMissing } from "./missing";
import { at, type LintEnvironment, type LintPlace, problem, warning } from "./place";
import { lintTemplates } from "./templates";
import { pathsIn } from "./value-path";

/** The problems of one action step: its action, its connection, its input, its templates. */
export function lintAction(step: ActionStep, place: LintPlace, environment: LintEnvironment): Problem[] {
  const action = getAction(step.action);
  if (!action) {
    const message = step.action ? `There is no action "${step.action}".` : "No action is chosen.";
    return [problem(`${place.path}.action`, message, "Choose an action from the catalog.")];
  }
  const input = at(place, "input");
  return [
    ...(action.app === "core"
      ? []
      : lintConnection(`${place.path}.connection`, step.connection, action.app, environment)),
    ...lintTemplates(step.input, input),
    ...lintInput(step.input, action.input, input.path),
    ...lintMissing(step, action.input, place),
    ...lintFallbacks(step, place),
  ];
}

function lintFallbacks({ input, onMissing = {} }: ActionStep, place: LintPlace): Problem[] {
  return Object.entries(onMissing).flatMap(([path, fallback]) => {
    const here = at(at(place, "onMissing"), path);
    if (path !== "" && pathsIn(input).has(path)) return lintTemplates(fallback, here);
    return [
      warning(here.path, `There is no input "${path}".`, "Remove this fallback, or fill in that input."),
    ];
  });
}
