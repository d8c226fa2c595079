import type { Step } from "~/server/recipes/definition";
import { isObject } from "~/server/recipes/pointer";
import { type DataField, type FieldGroup, listFields, listLists } from "./data-fields";
import { SAMPLE_ERROR, type SampleScope, type StepInScope } from "./sample-scope";
import { STEP_KINDS } from "./step-kinds";

/** What is to be inserted: one value, or a list to go over. */
export type Wanted = "values" | "lists";

/** What the steps before a place have put out, latest first, and the item of the loop around it. */
export function scopeFields(
  { scope, steps }: SampleScope,
  titles: Record<string, string>,
  wanted: Wanted = "values",
): FieldGroup[] {
  const list = wanted === "lists" ? listLists : listFields;
  const outputs = steps.toReversed().map((one) => ({
    group: groupTitle(one, titles),
    fields: [
      ...(wanted === "lists" || one.error === "none" ? [] : errorFields(one)),
      ...(one.error === "failed" ? [] : outputFields(one.step, scope.steps[one.step.id]?.output, list)),
    ],
  }));
  return [...loopFields(scope.loop, list, wanted), ...outputs].filter(({ fields }) => fields.length > 0);
}

type List = typeof listFields;

function outputFields(step: Step, output: unknown, list: List): DataField[] {
  const root = `steps.${step.id}.output`;
  const fields = list(output, root);
  // What code returns is not known before it ran; then the whole of it can be inserted.
  return step.kind === "code" && fields.length === 0
    ? [{ label: "output", template: `{{ ${root} }}` }]
    : fields;
}

function errorFields({ step, error }: StepInScope): DataField[] {
  const root = `steps.${step.id}.error`;
  const detail = error === "maybe" ? { detail: "Only there when this step failed" } : {};
  return Object.entries(SAMPLE_ERROR).map(([name, sample]) => ({
    label: `error.${name}`,
    template: `{{ ${root}.${name} }}`,
    sample,
    ...detail,
  }));
}

const LOOP_NOTES = {
  number: "Counts the items from 1",
  index: "Counts the items from 0",
  count: "How many items there are",
};

function loopFields(loop: unknown, list: List, wanted: Wanted, root = "loop"): FieldGroup[] {
  if (!isObject(loop)) return [];
  const whole = { label: `${root}.item`, template: `{{ ${root}.item }}`, sample: loop.item };
  const parts = list(loop.item, `${root}.item`).map((field) => ({ ...field, label: `item.${field.label}` }));
  const counts = Object.entries(LOOP_NOTES).map(([name, detail]) => ({
    label: name,
    template: `{{ ${root}.${name} }}`,
    sample: loop[name],
    detail,
  }));
  const fields = wanted === "lists" ? parts : [...(parts.length > 0 ? parts : [whole]), ...counts];
  const group = root === "loop" ? "Item of the loop" : "Item of the loop around it";
  const outer = root === "loop" ? loopFields(loop.parent, list, wanted, "loop.parent") : [];
  return [{ group, fields }, ...outer];
}

function groupTitle({ step, error }: StepInScope, titles: Record<string, string>): string {
  const action = "action" in step ? titles[step.action] : undefined;
  const title = step.name ?? action ?? STEP_KINDS[step.kind];
  return error === "failed" ? `Failure of “${title}” (${step.id})` : `Output of “${title}” (${step.id})`;
}
