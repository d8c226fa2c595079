import type { Problem, Step } from "~/server/recipes/definition";
import { hasOutput, innerLists } from "~/server/recipes/step-tree";
import { lintAction } from "./action";
import { assuredBy } from "./assured";
import { lintBranch } from "./branch";
import { lintCode } from "./code";
import { lintFilter } from "./condition";
import { lintDedupe, lintDelay, lintStop } from "./flow";
import { lintHttp } from "./http";
import { innerPlace } from "./inner-place";
import { lintLookup } from "./lookup";
import { itemsOf, lintLoop } from "./loop";
import { lintNotify } from "./notify";
import { at, type LintEnvironment, type LintPlace, warning } from "./place";
import { lintReach } from "./reach";
import { setTo } from "./repairs";
import { lintRetry } from "./retry";
import { lintTemplates } from "./templates";

/** The problems of a list of steps, in which each sees the output of those before it. */
export function lintSteps(steps: readonly Step[], place: LintPlace, environment: LintEnvironment): Problem[] {
  const known = new Map(place.known);
  const assured = [...place.assured];
  return steps.flatMap((step, index) => {
    const list = { path: place.path, steps, index };
    const here = { ...at(place, index), known: new Map(known), assured: [...assured], list };
    const found = [
      ...lintReach(steps, index, here),
      ...lintStep(step, here, environment),
      ...lintFallback(step, here),
      ...lintRetry("retry" in step ? step.retry : undefined, here),
      ...innerLists(step).flatMap((inner) =>
        lintSteps(inner.steps, innerPlace(step, inner, here), environment),
      ),
      ...lintCollect(step, here),
    ];
    if (hasOutput(step)) known.set(step.id, { step, output: true, error: goesOn(step) });
    if (step.kind === "filter") assured.push(...assuredBy(step.when));
    return found;
  });
}

/** Whether a run may go on after this step has failed. A loop's failures are its items'. */
function goesOn(step: Step): boolean {
  return "onError" in step && step.onError !== "fail" && step.kind !== "loop";
}

function lintStep(step: Step, place: LintPlace, environment: LintEnvironment): Problem[] {
  switch (step.kind) {
    case "action":
      return lintAction(step, place, environment);
    case "lookup":
      return lintLookup(step, place, environment);
    case "http":
      return lintHttp(step, place, environment);
    case "code":
      return lintCode(step, place);
    case "notify":
      return lintNotify(step, place, environment);
    case "filter":
      return lintFilter(step.when, at(place, "when"));
    case "delay":
      return lintDelay(step, place);
    case "dedupe":
      return lintDedupe(step, place);
    case "stop":
      return lintStop(step, place);
    case "loop":
      return lintLoop(step, place);
    case "branch":
      return lintBranch(step, place);
  }
}

/** A fallback that does nothing says in a roundabout way that the run goes on. */
function lintFallback(step: Step, place: LintPlace): Problem[] {
  if (!("onError" in step) || typeof step.onError !== "object" || step.onError.goto.length > 0) return [];
  const { path } = at(place, "onError");
  const repair = setTo("Just go on when it fails", path, "continue");
  return [
    warning(
      path,
      "The fallback of this step does nothing.",
      "Add a step to it, or let the run go on.",
      repair,
    ),
  ];
}

/** What a loop collects is written at the end of each item, when the item's steps are done. */
function lintCollect(step: Step, place: LintPlace): Problem[] {
  if (step.kind !== "loop" || step.collect === undefined) return [];
  const known = new Map(place.known);
  for (const inner of step.steps)
    if (hasOutput(inner)) known.set(inner.id, { step: inner, output: true, error: goesOn(inner) });
  const inside = { ...place, known, loop: { over: itemsOf(step, place) } };
  return lintTemplates(step.collect, at(inside, "collect"));
}
