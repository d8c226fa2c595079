"use client";

import { type DataField, listFields } from "./data-fields";
import { stepsBefore } from "./definition-edit";
import { useEditor } from "./editor-context";
import type { Pointer } from "./pointer";

interface FieldGroup {
  group: string;
  fields: DataField[];
}

/** What may be inserted at a place: the event's fields, the outputs of the steps before it, and the time. */
export function useScopeFields(pointer: Pointer): FieldGroup[] {
  const { state, samples, catalog } = useEditor();
  const event = samples.current?.payload;
  const groups: FieldGroup[] = event ? [{ group: "Event", fields: eventFields(event) }] : [];
  for (const step of stepsBefore(state.definition, pointer)) {
    if (step.kind !== "action") continue;
    const action = catalog.actions.find((candidate) => candidate.id === step.action);
    if (!action) continue;
    const fields = listFields(action.sampleOutput, `steps.${step.id}.output`);
    if (fields.length > 0)
      groups.push({ group: `Output of “${step.name ?? action.title}” (${step.id})`, fields });
  }
  const now: DataField = { label: "now", template: "{{ now }}", sample: new Date().toISOString() };
  return [...groups, { group: "Time", fields: [now] }];
}

/** The object that the event is about comes first: it is what people look for. */
function eventFields(event: unknown): DataField[] {
  const fields = listFields(event, "trigger");
  const about = (field: DataField) => field.label.startsWith("data.object.");
  return [...fields.filter(about), ...fields.filter((field) => !about(field))];
}
