import { listBelow, toField, trailTo } from "./field-list";
import { parsePath, type Segments } from "./field-path";
import { DATA, ENVELOPE, EVENT, type FieldTypes, loadFieldTypes, objectsOf, type Row } from "./field-types";

export type FieldType = "text" | "number" | "money" | "date" | "boolean" | "list" | "object";

/** One field of an event in the API version that the SDK pins. */
export interface EventField {
  /** Below the trigger: `data.object.items.data[0].price.nickname`. */
  path: string;
  /** What a person reads: `Items › Price › Nickname`. */
  label: string;
  /** Money is in the currency's smallest unit, dates are Unix seconds. */
  type: FieldType;
  /** Null or absent in some events. */
  nullable: boolean;
  description?: string;
  /** The values a text can have, as far as this version knows. */
  values?: readonly string[];
  /** For money: the path of its currency. */
  currency?: string;
}

/** The fields of some event types, loaded: what lint and the editor look into. */
export interface FieldTable {
  /** Those of the types asked for that Stripe's current version sends. */
  types: readonly string[];
  /** The field at any depth; null when the event has none there. */
  at(type: string, path: string | Segments): EventField | null;
  /** What to offer: the object's fields first, then what is around it. */
  list(type: string): EventField[];
  /** The same for `data.previous_attributes`; empty for an event that is no update. */
  listChanged(type: string): EventField[];
}

/** Loads what Stripe says about these event types: some ten kilobytes for each kind of object. */
export async function loadFieldTable(asked: readonly string[]): Promise<FieldTable> {
  const types = [...new Set(asked)].filter((type) => objectsOf(type));
  const loaded = await loadFieldTypes([ENVELOPE, ...types.flatMap((type) => objectsOf(type) ?? [])]);
  const events = new Map<string, ReturnType<typeof eventFields>>();
  // Events of one object share their fields and the lists made of them.
  for (const type of types) {
    const twin = types.find((other) => objectsOf(other)?.join() === objectsOf(type)?.join()) ?? type;
    events.set(type, events.get(twin) ?? eventFields(withEvent(loaded, type, types)));
  }
  return {
    types,
    at: (type, path) => events.get(type)?.at(typeof path === "string" ? parsePath(path) : path) ?? null,
    list: (type) => events.get(type)?.list() ?? [],
    listChanged: (type) => (type.endsWith("updated") && events.get(type)?.listChanged()) || [],
  };
}

/** The fields of one kind of event; its lists are made once, when somebody asks. */
function eventFields(fields: FieldTypes) {
  let list: EventField[] | undefined;
  let changed: EventField[] | undefined;
  return {
    at(path: Segments): EventField | null {
      const trail = trailTo(path, fields);
      return trail && toField(trail, path, fields);
    },
    list(): EventField[] {
      list ??= [...listBelow(OBJECT, fields), ...listBelow([], fields, AROUND)];
      return list;
    },
    listChanged(): EventField[] {
      changed ??= listBelow(PREVIOUS, fields);
      return changed;
    },
  };
}

/** The fields of an event type; null when Stripe's current version has no such event. */
export async function fieldsOf(type: string): Promise<EventField[] | null> {
  return objectsOf(type) ? (await loadFieldTable([type])).list(type) : null;
}

/** What `data.previous_attributes` of an update may hold; null when Stripe's current version has no such event. */
export async function changedFieldsOf(type: string): Promise<EventField[] | null> {
  return objectsOf(type) ? (await loadFieldTable([type])).listChanged(type) : null;
}

/** One field at any depth; null when the event has none there. */
export async function fieldAt(type: string, path: string): Promise<EventField | null> {
  return (await loadFieldTable([type])).at(type, path);
}

const OBJECT: Segments = ["data", "object"];
const PREVIOUS: Segments = ["data", "previous_attributes"];
const AROUND = new Set(["data"]);

/** Puts the event's own type around its object. */
function withEvent(loaded: FieldTypes, type: string, types: readonly string[]): FieldTypes {
  const objects = objectsOf(type) ?? [];
  const own: Readonly<Record<string, Row>> = {
    data: ["data", "object", "The event's data.", [DATA]],
    type: ["type", "text", "What happened.", types],
  };
  const around = (loaded.get(ENVELOPE) ?? []).map((row) => own[row[0]] ?? row);
  const within: Row[] = [
    ["object", "object", "What the event is about.", objects],
    ["previous_attributes", "object?", "What changed, with the values from before.", objects],
  ];
  return new Map([...loaded, [EVENT, around], [DATA, within]]);
}
