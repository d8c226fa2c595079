"use client";

import { type DataField, type FieldGroup, listFields } from "./data-fields";
import { stepsBefore } from "./definition-edit";
import { useEditor } from "./editor-context";
import { eventFieldGroups } from "./event-field-groups";
import type { Pointer } from "./pointer";
import { useFieldTable } from "./use-field-table";

/** What may be inserted at a place: the event's fields, the outputs of the steps before it, and the time. */
export function useScopeFields(pointer: Pointer): FieldGroup[] {
  const { state, samples, catalog } = useEditor();
  const [here, ...others] = eventFieldGroups(samples.current?.payload, useFieldTable());
  const groups: FieldGroup[] = here ? [here] : [];
  for (const step of stepsBefore(state.definition, pointer)) {
    if (step.kind !== "action") continue;
    const action = catalog.actions.find((candidate) => candidate.id === step.action);
    if (!action) continue;
    const fields = listFields(action.sampleOutput, `steps.${step.id}.output`);
    if (fields.length > 0)
      groups.push({ group: `Output of “${step.name ?? action.title}” (${step.id})`, fields });
  }
  const now: DataField = { label: "now", template: "{{ now }}", sample: new Date().toISOString() };
  return [...groups, { group: "Time", fields: [now] }, ...others];
}
