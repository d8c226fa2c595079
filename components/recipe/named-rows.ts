import { isObject } from "~/server/recipes/pointer";
import { fromText, toText } from "./value-text";

/** One row of a key/value field while it is edited; `id` keeps its place on the page. */
export interface NamedRow {
  id: number;
  name: string;
  text: string;
}

/** The rows of a stored object, in its own order. */
export function readRows(value: unknown): NamedRow[] {
  const entries = isObject(value) ? Object.entries(value) : [];
  return entries.map(([name, item], id) => ({ id, name, text: toText(item) }));
}

/** The object that rows stand for; a row without a name is still being typed and not stored. */
export function writeRows(rows: readonly NamedRow[]): Record<string, unknown> | undefined {
  const named = rows.filter((row) => row.name.trim() !== "");
  if (named.length === 0) return undefined;
  return Object.fromEntries(named.map((row) => [row.name.trim(), fromText(row.text, "any")]));
}

export function addRow(rows: readonly NamedRow[], name = ""): NamedRow[] {
  const id = rows.reduce((highest, row) => Math.max(highest, row.id), -1) + 1;
  return [...rows, { id, name, text: "" }];
}

export function changeRow(rows: readonly NamedRow[], id: number, change: Partial<NamedRow>): NamedRow[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row));
}

/** Lets the fallbacks of an object's inputs follow a renamed row, and go with a removed one (`to` null). */
export function moveFallback(onMissing: unknown, from: string, to: string | null): unknown {
  if (!isObject(onMissing) || !Object.hasOwn(onMissing, from) || from === to) return onMissing;
  const { [from]: fallback, ...others } = onMissing;
  return to === null ? others : { ...others, [to]: fallback };
}
