import type { Condition } from "./definition";

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
      : parts.map((part) => partText(part, parts.length > 1, operators)).join(word);
  }
  const operator = operators.find(({ id }) => id === condition.op);
  const right = operator?.arity === 1 ? "" : ` ${operandText(condition.right)}`;
  return `${operandText(condition.left)} ${operator?.label ?? condition.op}${right}`;
}

/** A group among others gets brackets: "a and (b or c)" is not "a and b or c". */
function partText(
  part: Condition,
  hasOthers: boolean,
  operators: Parameters<typeof conditionText>[1],
): string {
  const inner = "all" in part ? part.all : "any" in part ? part.any : [];
  const text = conditionText(part, operators);
  return hasOthers && inner.length > 1 ? `(${text})` : text;
}

/** Templates without their braces and the words that every event shares. */
function operandText(value: unknown): string {
  const said = value === undefined || value === null ? "" : value;
  const text = (typeof said === "string" ? said : JSON.stringify(said)).replace(
    /\{\{\s*(?:trigger\.)?(.*?)\s*\}\}/g,
    "$1",
  );
  return text === "" ? "…" : text;
}
