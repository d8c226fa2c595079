import { getAction } from "~/server/connectors/catalog";
import { AppError } from "~/server/errors";
import type { Definition, LoopStep, Step } from "./definition";
import { toList } from "./operands";
import { sampleOutput } from "./sample-output";
import { allSteps, hasOutput } from "./step-tree";
import { resolve, type Scope } from "./values";

/** What one step sees of the steps before it. */
export type Pinned = Partial<Pick<Scope, "steps" | "loop">>;

export interface SingleStep {
  definition: Definition;
  pinned: Pinned;
}

interface Given {
  stepId: string;
  /** Outputs by step id; steps without one yield their sample. */
  outputs: Record<string, unknown>;
  trigger: unknown;
  now: string;
}

/**
 * A definition of one step alone, with what it sees: the outputs of the steps before it and, inside a loop, the first
 * item. Throws `invalid_input` when there is no such step, or its loop has no item in this event.
 */
export function singleStep(definition: Definition, { stepId, outputs, trigger, now }: Given): SingleStep {
  const all = allSteps(definition.steps);
  const at = all.findIndex(({ step }) => step.id === stepId);
  const placed = all[at];
  if (!placed) throw new AppError("invalid_input", `step: this recipe has no step "${stepId}".`);
  const before = all.slice(0, at).map(({ step }) => step);
  const scope: Scope = { trigger, steps: pinnedOutputs(before, outputs), now };
  for (const around of placed.within) if (around.kind === "loop") scope.loop = firstItem(around, scope);
  const pinned = { steps: scope.steps, ...(scope.loop === undefined ? {} : { loop: scope.loop }) };
  return { definition: { ...definition, steps: [placed.step] }, pinned };
}

function pinnedOutputs(steps: readonly Step[], outputs: Record<string, unknown>): Scope["steps"] {
  const actionSample = (id: string) => getAction(id)?.sample.output;
  const entries = steps.filter(hasOutput).map((step) => {
    const output = Object.hasOwn(outputs, step.id) ? outputs[step.id] : sampleOutput(step, actionSample);
    // A step in a fallback reads the error of the step that failed.
    return [step.id, { output, error: { code: "sample", message: "The step failed." } }] as const;
  });
  return Object.fromEntries(entries);
}

function firstItem({ id, over }: LoopStep, scope: Scope): Scope["loop"] {
  const items = toList(resolve(over, scope).value) ?? [];
  if (items.length === 0)
    throw new AppError("invalid_input", `The list of the loop "${id}" is empty here. Choose another event.`);
  return { item: items[0], index: 0, number: 1, count: items.length, parent: scope.loop };
}
