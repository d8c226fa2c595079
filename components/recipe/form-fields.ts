import type { ChoiceKind } from "~/server/connectors/fields";
import { isObject } from "~/server/recipes/pointer";
import type { ValueKind } from "./value-text";

export type FieldControl = "text" | "longtext" | "select" | "recipe" | "keyvalue" | "list" | "group";

/** One input of an action's form, derived from its JSON Schema. */
export interface FormField {
  name: string;
  title: string;
  description: string | null;
  required: boolean;
  /** True for what "More fields" hides. */
  more: boolean;
  control: FieldControl;
  /** How typed text is stored. */
  kind: ValueKind;
  placeholder: string | null;
  options: string[];
  /** What of the connected account the field names. */
  choices: ChoiceKind | null;
  /** The fields of a `group`. */
  fields: FormField[];
  /** What each member of a `list` is. */
  item: FormField | null;
}

type Schema = Record<string, unknown>;

/** The fields of an object schema in its own order, required ones first. */
export function formFields(schema: unknown): FormField[] {
  if (!isObject(schema) || !isObject(schema.properties)) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(schema.properties).flatMap(([name, property]) =>
    isObject(property) ? [formField(name, property, required.includes(name))] : [],
  );
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

function formField(name: string, schema: Schema, required: boolean): FormField {
  const options = optionsOf(schema);
  return {
    name,
    title: text(schema.title) ?? humanize(name),
    description: text(schema.description),
    required,
    more: schema.group === "more" && !required,
    control: controlOf(schema, options),
    kind: kindOf(schema),
    placeholder: text(schema.placeholder) ?? firstExample(schema),
    options,
    choices: text(schema.choices) as ChoiceKind | null,
    fields: formFields(schema),
    item: itemOf(schema),
  };
}

/** A list that names things in the account names one in each member. */
function itemOf({ items, choices }: Schema): FormField | null {
  return isObject(items) ? formField("item", { ...(choices ? { choices } : {}), ...items }, true) : null;
}

function controlOf(schema: Schema, options: string[]): FieldControl {
  const types = typesOf(schema);
  if (types.has("object")) return isObject(schema.properties) ? "group" : "keyvalue";
  if (types.has("array")) return "list";
  if (options.length > 0) return "select";
  if (schema.control === "recipe") return "recipe";
  return schema.control === "longtext" || schema.control === "textarea" ? "longtext" : "text";
}

function kindOf(schema: Schema): ValueKind {
  const types = typesOf(schema);
  types.delete("null");
  const [only] = types;
  if (types.size !== 1) return "any";
  if (only === "integer" || only === "number") return "number";
  return only === "string" || only === "boolean" ? only : "any";
}

function typesOf(schema: Schema): Set<unknown> {
  const own = Array.isArray(schema.type) ? schema.type : [schema.type];
  return new Set([...own, ...variants(schema).flatMap((variant) => [...typesOf(variant)])].filter(Boolean));
}

function variants(schema: Schema): Schema[] {
  const found = schema.anyOf ?? schema.oneOf;
  return Array.isArray(found) ? found.filter(isObject) : [];
}

function optionsOf(schema: Schema): string[] {
  if (Array.isArray(schema.enum)) return schema.enum.map(String);
  return kindOf(schema) === "boolean" ? ["true", "false"] : [];
}

function firstExample(schema: Schema): string | null {
  const [first] = Array.isArray(schema.examples) ? schema.examples : [];
  return typeof first === "string" || typeof first === "number" ? String(first) : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** `trackApiKey` and `track_api_key` → `Track api key`. */
export function humanize(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_.-]+/g, " ")
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
