import type { Comparison, Condition } from "~/server/recipes/definition";
import { isBlank } from "~/server/recipes/operands";
import { templatePaths } from "~/server/recipes/template-paths";

/** Operators that may hold for a value that is null. */
const HOLD_FOR_NOTHING = new Set<string>(["not_exists", "neq", "not_in"]);

/** The paths that surely have a value wherever a condition holds. */
export function assuredBy(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(assuredBy);
  if ("any" in condition || "not" in condition) return [];
  return isAssuring(condition) ? pathsOf(condition.left) : [];
}

function isAssuring({ op, right }: Comparison): boolean {
  return !HOLD_FOR_NOTHING.has(op) && !(op === "eq" && isBlank(right));
}

/** A broken template is told of elsewhere. */
function pathsOf(left: unknown): string[] {
  try {
    return templatePaths(left);
  } catch {
    return [];
  }
}
