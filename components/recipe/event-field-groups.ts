import type { EventField, FieldTable } from "~/server/connectors/stripe/event-fields";
import { type DataField, type FieldGroup, listFields, listLists } from "./data-fields";

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
  const known = table ? typedFields(table) : new Map<string, DataField>();
  const sampled = event ? objectFirst(listFields(event, "trigger")) : [];
  const here = sampled.map((field) => ({ ...known.get(field.label), ...field }));
  const labels = new Set(sampled.map((field) => field.label));
  const others = [...known.values()].filter((field) => !labels.has(field.label));
  return [
    { group: "Event", fields: here },
    { group: event ? "Not in this sample" : "Event", fields: others.filter(isNow) },
    { group: "Before the change", fields: others.filter((field) => !isNow(field)) },
  ].filter(({ fields }) => fields.length > 0);
}

/** The event's lists, then those that Stripe knows and the sample lacks. */
export function eventListGroups(event: unknown, table: FieldTable | null): FieldGroup[] {
  const here = event ? objectFirst(listLists(event, "trigger")) : [];
  const labels = new Set(here.map(({ label }) => label));
  const known = table ? [...typedFields(table).values()] : [];
  const others = known.filter((field) => isList(field) && isNow(field) && !labels.has(field.label));
  return [
    { group: "Lists of the event", fields: here },
    { group: event ? "Not in this sample" : "Lists of the event", fields: others },
  ].filter(({ fields }) => fields.length > 0);
}

const isList = ({ detail }: DataField) => detail?.split(" · ")[0] === TYPE_NAMES.list;
const isNow = ({ label }: DataField) => !label.startsWith("data.previous_attributes");

/** The object that the event is about comes first: it is what people look for. */
function objectFirst(fields: DataField[]): DataField[] {
  const isObject = (field: DataField) => field.label.startsWith("data.object.");
  return [...fields.filter(isObject), ...fields.filter((field) => !isObject(field))];
}

const made = new WeakMap<FieldTable, Map<string, DataField>>();

/** Every field of the table's events by its path, made once. */
function typedFields(table: FieldTable): Map<string, DataField> {
  const known = made.get(table) ?? describeAll(table);
  made.set(table, known);
  return known;
}

function describeAll(table: FieldTable): Map<string, DataField> {
  const found = new Map<string, EventField[]>();
  for (const field of table.types.flatMap((type) => [...table.list(type), ...table.listChanged(type)])) {
    const same = found.get(field.path);
    if (same) same.push(field);
    else found.set(field.path, [field]);
  }
  return new Map([...found].map(([path, fields]) => [path, toDataField(path, fields, table.types.length)]));
}

/** One line on a field: its type, whether it may be missing in one of the events, and what it is. */
function toDataField(path: string, fields: EventField[], events: number): DataField {
  const [field] = fields;
  const mayMiss = fields.length < events || fields.some(({ nullable }) => nullable);
  const parts = [field && TYPE_NAMES[field.type], mayMiss && "may be missing", field?.description];
  return { label: path, template: `{{ trigger.${path} }}`, detail: parts.filter(Boolean).join(" · ") };
}
