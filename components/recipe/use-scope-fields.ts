"use client";

import type { Pointer } from "~/server/recipes/pointer";
import type { DataField, FieldGroup } from "./data-fields";
import { useEditor } from "./editor-context";
import { eventFieldGroups, eventListGroups } from "./event-field-groups";
import { scopeFields, type Wanted } from "./scope-fields";
import { useFieldTable } from "./use-field-table";
import { useSampleScope } from "./use-preview-scope";

/** What may be inserted at a place: the event's fields, the outputs of the steps before it, the loop's item, the time. */
export function useScopeFields(pointer: Pointer, wanted: Wanted = "values"): FieldGroup[] {
  const { samples, catalog } = useEditor();
  const table = useFieldTable();
  const titles = Object.fromEntries(catalog.actions.map(({ id, title }) => [id, title]));
  const known = scopeFields(useSampleScope(pointer), titles, wanted);
  const event = samples.current?.payload;
  const [here, ...others] =
    wanted === "lists" ? eventListGroups(event, table) : eventFieldGroups(event, table);
  const now: DataField = { label: "now", template: "{{ now }}", sample: new Date().toISOString() };
  const time = wanted === "lists" ? [] : [{ group: "Time", fields: [now] }];
  const isInLoop = known[0]?.group.startsWith("Item of the loop");
  // Inside a loop its item is what people look for; elsewhere the event.
  const first = isInLoop ? [...known, ...(here ? [here] : [])] : [...(here ? [here] : []), ...known];
  return [...first, ...time, ...others];
}
