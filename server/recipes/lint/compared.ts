import type { FieldType } from "~/server/connectors/stripe/event-fields";
import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Comparison, Problem } from "~/server/recipes/definition";
import { getOperator, type ValueType } from "~/server/recipes/operators";
import { TYPE_WORDS, typesOf } from "./data-type";
import { at, type LintPlace, warning } from "./place";
import { wholeUse } from "./use-text";

/** The kinds of data that can be read as what an operator looks at. Times are Unix seconds, so they are numbers too. */
const READ_AS: Readonly<Record<Exclude<ValueType, "any">, readonly FieldType[]>> = {
  text: ["text", "number", "money", "date", "boolean"],
  number: ["number", "money", "date"],
  boolean: ["boolean"],
  date: ["date", "number", "text"],
  list: ["list", "text"],
};

/** A comparison that never holds, because its operator looks at another kind of value. */
export function lintKinds({ left, op }: Comparison, place: LintPlace): Problem[] {
  const operator = getOperator(op);
  const use = wholeUse(left);
  const types = use && typesOf(use, place);
  if (!operator || !use || !types || types.some((type) => isReadable(type, operator.types))) return [];
  const words = types.map((type) => TYPE_WORDS[type]).join(" or ");
  const message = `${writtenPath(use)} is ${words}, of which “${operator.label}” never holds.`;
  return [warning(at(place, "left").path, message, "Choose another comparison, or another field.")];
}

function isReadable(type: FieldType, operands: readonly ValueType[]): boolean {
  return operands.some((operand) => operand === "any" || READ_AS[operand].includes(type));
}
