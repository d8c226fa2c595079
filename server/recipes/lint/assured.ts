import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Comparison, Condition } from "~/server/recipes/definition";
import { isBlank } from "~/server/recipes/operands";
import { usesIn } from "./use-text";

/** Operators that may hold for a value that is null. */
const HOLD_FOR_NOTHING = new Set<string>(["not_exists", "neq", "not_in"]);

/** The paths that surely have a value wherever a condition holds. */
export function assuredBy(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(assuredBy);
  if ("any" in condition || "not" in condition) return [];
  return isAssuring(condition) ? usesIn(condition.left).map(({ segments }) => writtenPath(segments)) : [];
}

function isAssuring({ op, right }: Comparison): boolean {
  return !HOLD_FOR_NOTHING.has(op) && !(op === "eq" && isBlank(right));
}
