import type { Comparison, Condition } from "./definition";
import { getOperator } from "./operators";
import { resolve, type Scope } from "./values";

/**
 * Whether a condition holds. A path that leads nowhere is "missing": `exists` is false, `not_exists` true, and
 * every other comparison with it false. An empty `all` holds, an empty `any` does not.
 * Throws TemplateError when a template is broken.
 */
export function evaluate(condition: Condition, scope: Scope): boolean {
  if ("all" in condition) return condition.all.every((part) => evaluate(part, scope));
  if ("any" in condition) return condition.any.some((part) => evaluate(part, scope));
  if ("not" in condition) return !evaluate(condition.not, scope);
  return compare(condition, scope);
}

function compare({ left, op, right }: Comparison, scope: Scope): boolean {
  return getOperator(op)?.evaluate(resolve(left, scope).value, resolve(right, scope).value) ?? false;
}
