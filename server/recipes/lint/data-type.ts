import type { FieldType } from "~/server/connectors/stripe/event-fields";
import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Pointer } from "~/server/recipes/pointer";
import { outputAt } from "./output-shape";
import type { LintPlace } from "./place";

const LOOP_NUMBERS = new Set(["index", "number", "count"]);

/** The kinds of value that some data may be; null when nothing is sure. */
export function typesOf(use: Pointer, place: LintPlace): FieldType[] | null {
  const [root, ...rest] = sourceOf(use, place) ?? [];
  if (root === "loop") return rest.length === 1 && LOOP_NUMBERS.has(String(rest[0])) ? ["number"] : null;
  if (root === "trigger") return typesInTrigger(rest, place);
  const [id, part, ...path] = rest;
  const known = root === "steps" && part === "output" ? place.known.get(String(id)) : undefined;
  const found = known && outputAt(known.step, path);
  return found?.is === "known" && found.type ? [found.type] : null;
}

/** The same data as its loop got it: `loop.item.id` is `trigger.data.object.lines.data[0].id`. */
export function sourceOf(use: Pointer, { loop }: LintPlace): Pointer | null {
  const [root, part, ...rest] = use;
  if (root !== "loop" || part !== "item") return use;
  return loop?.over ? [...loop.over, 0, ...rest] : null;
}

/** A text that may well say a number or a date: Stripe writes exact amounts as texts, and people's own data is text. */
const MAY_BE_ANYTHING = /(^|\.)metadata\b|_decimal$/;

function typesInTrigger(path: Pointer, { trigger }: LintPlace): FieldType[] | null {
  if (!trigger || path.length === 0 || MAY_BE_ANYTHING.test(writtenPath(path))) return null;
  const found = trigger.types.flatMap((type) => trigger.table.at(type, path) ?? []);
  return found.length > 0 ? [...new Set(found.map(({ type }) => type))] : null;
}

/** The words that some data of the trigger can be; empty when they are not known. */
export function valuesOf(use: Pointer, place: LintPlace): string[] {
  const [root, ...path] = sourceOf(use, place) ?? [];
  const { trigger } = place;
  if (!trigger || root !== "trigger" || path.length === 0) return [];
  const fields = trigger.types.flatMap((type) => trigger.table.at(type, path) ?? []);
  return fields.every((field) => field.values) ? fields.flatMap(({ values = [] }) => values) : [];
}

/** What a person calls a kind of value. */
export const TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  text: "a text",
  number: "a number",
  money: "an amount",
  date: "a time",
  boolean: "true or false",
  list: "a list",
  object: "a group of fields",
};
