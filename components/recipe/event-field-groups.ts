import type { EventField, FieldTable } from "~/server/connectors/stripe/event-fields";
import { type DataField, type FieldGroup, listFields } from "./data-fields";

const TYPE_NAMES: Record<EventField["type"], string> = {
  text: "Text",
  number: "Number",
  money: "Amount in the smallest unit",
  date: "Date in Unix seconds",
  boolean: "True or false",
  list: "List",
  object: "Object",
};

/** The sample event's fields with what Stripe says about them, then those that Stripe knows and the sample lacks. */
export function eventFieldGroups(event: unknown, table: FieldTable | null): FieldGroup[] {
  const sampled = event ? objectFirst(listFields(event, "trigger")) : [];
  const known = table ? typedFields(table) : [];
  const here = sampled.map((field) => ({ ...field, ...about(table, field.label) }));
  const labels = new Set(sampled.map((field) => field.label));
  const others = known.filter((field) => !labels.has(field.label));
  return [
    { group: "Event", fields: here },
    { group: event ? "Not in this sample" : "Event", fields: others.filter(isNow) },
    { group: "Before the change", fields: others.filter((field) => !isNow(field)) },
  ].filter(({ fields }) => fields.length > 0);
}

const isNow = ({ label }: DataField) => !label.startsWith("data.previous_attributes");

/** The object that the event is about comes first: it is what people look for. */
function objectFirst(fields: DataField[]): DataField[] {
  const isObject = (field: DataField) => field.label.startsWith("data.object.");
  return [...fields.filter(isObject), ...fields.filter((field) => !isObject(field))];
}

function typedFields(table: FieldTable): DataField[] {
  const all = table.types.flatMap((type) => [...table.list(type), ...table.listChanged(type)]);
  const paths = [...new Set(all.map(({ path }) => path))];
  return paths.map((path) => ({ label: path, template: `{{ trigger.${path} }}`, ...about(table, path) }));
}

/** One line on a field: its type, whether it may be missing in one of the events, and what it is. */
function about(table: FieldTable | null, path: string): { detail?: string } {
  const fields = table?.types.map((type) => table.at(type, path)) ?? [];
  const field = fields.find((one) => one !== null);
  if (!field) return {};
  const mayMiss = fields.some((one) => one === null || one.nullable);
  const parts = [TYPE_NAMES[field.type], mayMiss ? "may be missing" : "", field.description ?? ""];
  return { detail: parts.filter(Boolean).join(" · ") };
}
