import { isObject } from "~/server/recipes/pointer";

/** One insertable value: what a person reads, what is inserted, and what it is in the sample. */
export interface DataField {
  /** Path below the root, for reading and searching: `data.object.email`. */
  label: string;
  /** The Liquid to insert: `{{ trigger.data.object.email }}`. */
  template: string;
  /** What the sample has there; absent when it has nothing. */
  sample?: unknown;
  /** Its type and what it is, in one line. */
  detail?: string;
}

export interface FieldGroup {
  group: string;
  fields: DataField[];
}

const MAX_DEPTH = 8;
const MAX_FIELDS = 600;

/** The leaves of a sample value below `root` (`trigger`, `steps.person.output`); of a list, the first three items. */
export function listFields(value: unknown, root: string): DataField[] {
  const fields: DataField[] = [];
  collect(value, root, "", 0, fields);
  return fields;
}

/** The lists in a sample value below `root`: what a loop can go over. */
export function listLists(value: unknown, root: string): DataField[] {
  const fields: DataField[] = [];
  collectLists(value, root, "", 0, fields);
  return fields;
}

function collectLists(value: unknown, path: string, label: string, depth: number, into: DataField[]): void {
  if (into.length >= MAX_FIELDS || depth > MAX_DEPTH) return;
  if (Array.isArray(value) && label !== "") into.push({ label, template: `{{ ${path} }}`, sample: value });
  for (const [key, child] of childrenOf(value).slice(0, Array.isArray(value) ? 1 : undefined))
    collectLists(child, path + access(key), (label + access(key)).replace(/^\./, ""), depth + 1, into);
}

function collect(value: unknown, path: string, label: string, depth: number, into: DataField[]): void {
  if (into.length >= MAX_FIELDS) return;
  const children = depth < MAX_DEPTH ? childrenOf(value) : [];
  if (children.length === 0) {
    if (label !== "") into.push({ label, template: `{{ ${path} }}`, sample: value });
    return;
  }
  for (const [key, child] of children) {
    collect(child, path + access(key), (label + access(key)).replace(/^\./, ""), depth + 1, into);
  }
}

function childrenOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.slice(0, 3).map((item, index) => [index, item]);
  return isObject(value) ? Object.entries(value) : [];
}

function access(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** Fields whose path or sample contains every word of the query. */
export function searchFields(fields: readonly DataField[], query: string): DataField[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return fields.filter((field) => {
    const text = `${field.label} ${sampleText(field.sample)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A sample value in one short line. */
export function sampleText(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

export function itemsText(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}
