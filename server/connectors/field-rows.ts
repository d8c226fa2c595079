interface Schema {
  type?: string;
  title?: string;
  description?: string;
  group?: string;
  enum?: unknown[];
  const?: unknown;
  examples?: unknown[];
  choices?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
}

/** One field of an input as a table shows it. */
export interface FieldRow {
  /** `items[].price` */
  path: string;
  title: string;
  type: string;
  required: boolean;
  /** Rarely needed. */
  more: boolean;
  description: string;
  /** The values it can have, when they are few. */
  values: string[];
}

/** The fields of an input's JSON Schema at every depth, in the order of the form. */
export function fieldRows(schema: object): FieldRow[] {
  return below(schema as Schema, "", false);
}

function below({ properties = {}, required = [] }: Schema, at: string, folded: boolean): FieldRow[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = at ? `${at}.${name}` : name;
    const more = folded || field.group === "more";
    const row = {
      path,
      title: field.title ?? name,
      type: typeOf(field),
      required: required.includes(name),
      more,
      description: field.description ?? "",
      values: valuesOf(field),
    };
    const inner = field.items ? below(field.items, `${path}[]`, more) : below(field, path, more);
    return [row, ...inner];
  });
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "yes or no",
  object: "names and values",
  array: "list",
};

function typeOf({ type, anyOf, enum: values, const: only, items }: Schema): string {
  if (values || only !== undefined) return only === true ? "yes" : "one of";
  if (type === "array") return items?.type === "string" ? "list of texts" : "list";
  if (type) return TYPES[type] ?? type;
  const kinds = [...new Set((anyOf ?? []).map(typeOf))];
  return kinds.length > 0 ? kinds.join(" or ") : "text";
}

function valuesOf({ enum: values = [], anyOf = [] }: Schema): string[] {
  return [
    ...values.map(String),
    ...anyOf.flatMap(({ const: only }) => (only === undefined ? [] : [String(only)])),
  ];
}
