import type { Condition } from "~/server/recipes/definition";
import { toText } from "./value-text";

/** A condition in one readable line: `data.object.amount is at least 10000`. */
export function conditionText(
  condition: Condition,
  operators: readonly { id: string; label: string; arity: number }[],
): string {
  if ("not" in condition) return `not (${conditionText(condition.not, operators)})`;
  if ("all" in condition || "any" in condition) {
    const [parts, word] = "all" in condition ? [condition.all, " and "] : [condition.any, " or "];
    return parts.length === 0
      ? "no condition yet"
      : parts.map((part) => conditionText(part, operators)).join(word);
  }
  const operator = operators.find(({ id }) => id === condition.op);
  const right = operator?.arity === 1 ? "" : ` ${operandText(condition.right)}`;
  return `${operandText(condition.left)} ${operator?.label ?? condition.op}${right}`;
}

/** Templates without their braces and the words that every event shares. */
function operandText(value: unknown): string {
  const text = toText(value).replace(/\{\{\s*(?:trigger\.)?(.*?)\s*\}\}/g, "$1");
  return text === "" ? "…" : text;
}
