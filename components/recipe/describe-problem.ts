import type { Definition, Problem, Step } from "~/server/recipes/definition";
import { pointerText } from "~/server/recipes/pointer";
import { allSteps } from "~/server/recipes/step-tree";
import type { FormField } from "./form-fields";
import { isWithin } from "./problems";
import { STEP_KINDS } from "./step-kinds";

interface TitledAction {
  id: string;
  title: string;
  fields: FormField[];
}

/** A problem in the words of the page: which step it is in, and its field by title instead of by name. */
export interface DescribedProblem extends Problem {
  /** The title of the step, null for the trigger and the recipe as a whole. */
  step: string | null;
}

export function describeProblems(
  problems: readonly Problem[],
  definition: Definition,
  { actions, triggers }: { actions: readonly TitledAction[]; triggers: readonly TitledAction[] },
): DescribedProblem[] {
  const steps = allSteps(definition.steps);
  const started = triggers.find(({ id }) => id === definition.trigger.type)?.fields ?? [];
  return problems.map((problem) => {
    const around = steps.filter(({ pointer }) => isWithin(problem.path, pointerText(pointer)));
    const step = around.at(-1)?.step;
    if (!step) return { ...problem, message: withTitle(problem.message, started), step: null };
    const action = "action" in step ? actions.find(({ id }) => id === step.action) : undefined;
    const message = withTitle(problem.message, action?.fields ?? []);
    return { ...problem, message, step: titleOf(step, action) };
  });
}

function titleOf(step: Step, action: TitledAction | undefined): string {
  if (step.name) return step.name;
  return action?.title ?? (step.kind === "action" ? step.id : STEP_KINDS[step.kind]);
}

/** `identifier is required.` → `Person is required.`; `items[1].price: …` → `Price 2: …`. */
function withTitle(message: string, fields: readonly FormField[]): string {
  const [, path = ""] = /^([\w.[\]]+)(?=[ :])/.exec(message) ?? [];
  const title = titleAt(path.split(/\.|(?=\[)/), fields);
  return title ? title + message.slice(path.length) : message;
}

function titleAt([name, ...rest]: string[], fields: readonly FormField[]): string | undefined {
  const field = fields.find((one) => one.name === name);
  const [next, ...deeper] = rest;
  if (!field || next === undefined) return field?.title;
  const [, index] = /^\[(\d+)\]$/.exec(next) ?? [];
  if (index === undefined) return titleAt(rest, field.fields);
  const inside = deeper.length === 0 ? field.title : titleAt(deeper, field.item?.fields ?? []);
  return inside && `${inside} ${Number(index) + 1}`;
}
