import type { Step } from "~/server/recipes/definition";
import { hasOutput, type InnerList } from "~/server/recipes/step-tree";
import { assuredBy } from "./assured";
import { itemsOf } from "./loop";
import { at, type KnownStep, type LintPlace } from "./place";

/** What the steps of a list inside a step see: all that is there before the step, and what the step itself brings. */
export function innerPlace(step: Step, list: InnerList, place: LintPlace): LintPlace {
  const here = at(place, ...list.at);
  const isFallback = list.journal === "fallback";
  if (step.kind === "branch") {
    const arm = step.paths.find((_, index) => list.at[0] === "paths" && list.at[1] === index);
    return arm ? { ...here, assured: [...place.assured, ...assuredBy(arm.when)] } : here;
  }
  if (step.kind === "loop") {
    const failed = isFallback ? knownAfter(step.steps) : [];
    const known = new Map([...place.known, ...failed]);
    return { ...here, known, loop: { over: itemsOf(step, place) } };
  }
  const own: KnownStep = { step, output: !isFallback, error: isFallback };
  return { ...here, known: new Map([...place.known, [step.id, own]]) };
}

/** After an item has failed, some of its steps have an output and one has an error. */
function knownAfter(steps: readonly Step[]): [string, KnownStep][] {
  return steps.flatMap((step): [string, KnownStep][] =>
    hasOutput(step) ? [[step.id, { step, output: true, error: true }]] : [],
  );
}
