import type { FieldTable } from "~/server/connectors/stripe/event-fields";
import type { Comparison } from "~/server/recipes/definition";
import { toText } from "./value-text";

const MAX_SHOWN = 12;
const TAKES_ONE = new Set<string>(["eq", "neq"]);
const TAKES_SEVERAL = new Set<string>(["in", "not_in"]);

interface Suggestion {
  value: string;
  /** The right side once it is taken; what was typed of it gives way. */
  right: string;
}

/** The values that the left side's field can have and the right side lacks; those that fit what is typed. */
export function suggestValues({ left, op, right }: Comparison, table: FieldTable | null): Suggestion[] {
  const takesOne = TAKES_ONE.has(op);
  const values = takesOne || TAKES_SEVERAL.has(op) ? valuesOf(left, table) : [];
  const parts = partsOf(right);
  const last = parts.at(-1) ?? "";
  if (values.length === 0 || (takesOne && values.includes(last))) return [];
  const [typed, whole] = values.includes(last) ? ["", parts] : [last, parts.slice(0, -1)];
  return values
    .filter((value) => value.includes(typed) && !whole.includes(value))
    .slice(0, MAX_SHOWN)
    .map((value) => ({ value, right: takesOne ? value : [...whole, value].join(", ") }));
}

/** What a field of the trigger can be, as far as Stripe says. */
function valuesOf(left: unknown, table: FieldTable | null): string[] {
  const path = /^\s*\{\{\s*trigger\.([^\s|}]+)\s*\}\}\s*$/.exec(toText(left))?.[1];
  if (!table || !path) return [];
  return [...new Set(table.types.flatMap((type) => table.at(type, path)?.values ?? []))];
}

/** The values of a right side: a list, or a text with commas. */
function partsOf(right: unknown): string[] {
  const parts = Array.isArray(right) ? right.map(toText) : toText(right).split(",");
  return parts.map((part) => part.trim()).filter(Boolean);
}
