import type { Definition, Step } from "~/server/recipes/definition";
import { type Found, foundItems } from "~/server/recipes/found";
import type { Pointer } from "~/server/recipes/pointer";
import { EACH_ITEM, hasOutput } from "~/server/recipes/step-tree";
import type { PreviewScope } from "./preview";
import { loopItems, type SampleSource, sampleOutput } from "./sample-output";
import { type Surrounding, surroundingsOf } from "./scope-place";

/** A step whose result can be used at a place. */
export interface StepInScope {
  step: Step;
  /** `failed` inside its fallback, `maybe` after a failure that the run went on from. */
  error: "none" | "maybe" | "failed";
}

export interface SampleScope {
  scope: PreviewScope;
  /** In the order in which they run. */
  steps: StepInScope[];
}

export const SAMPLE_ERROR = { code: "permanent", message: "What went wrong, in a sentence" };

/** What a template at this place would see: the sample event, sample outputs of the steps before, the item of a loop. */
export function sampleScope(
  definition: Definition,
  pointer: Pointer,
  base: PreviewScope,
  source: SampleSource,
): SampleScope {
  const made: SampleScope = { scope: { ...base, steps: { ...base.steps } }, steps: [] };
  for (const surrounding of surroundingsOf(definition, pointer)) enter(made, surrounding, source);
  return made;
}

function enter(made: SampleScope, { inside, before }: Surrounding, source: SampleSource): void {
  if (inside) enterList(made, inside, source);
  for (const step of before.filter(hasOutput)) {
    const error = "onError" in step && step.kind !== "loop" && step.onError !== "fail" ? "maybe" : "none";
    add(made, { step, error }, sampleOutput(step, made.scope, source));
  }
}

function enterList(
  made: SampleScope,
  { step, list }: NonNullable<Surrounding["inside"]>,
  source: SampleSource,
): void {
  if (step.kind === "loop") {
    const items = loopItems(step.over, made.scope, source);
    const count = items?.length ?? 0;
    made.scope.loop = { item: items?.[0], index: 0, number: 1, count, parent: made.scope.loop };
    // The item has failed in one of the loop's own steps; nobody knows in which one.
    const failed =
      list.journal === EACH_ITEM
        ? []
        : step.steps.filter((inner) => "onError" in inner && inner.kind !== "loop");
    for (const inner of failed) add(made, { step: inner, error: "maybe" }, null);
    return;
  }
  if (list.journal === "fallback") add(made, { step, error: "failed" }, null);
  else if (step.kind === "lookup")
    add(made, { step, error: "none" }, foundFor(list.journal, sampleOutput(step, made.scope, source)));
}

/** What the look-up has found on this of its paths. */
function foundFor(path: string, sample: unknown): Found {
  const { items } = sample as Found;
  if (path === "none") return foundItems([]);
  return foundItems(path === "many" ? [...items, ...items].slice(0, 2) : items.slice(0, 1));
}

function add(made: SampleScope, { step, error }: StepInScope, output: unknown): void {
  made.steps.push({ step, error });
  made.scope.steps[step.id] = { output, ...(error === "none" ? {} : { error: SAMPLE_ERROR }) };
}
