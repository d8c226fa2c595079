import type { Comparison, Condition, Problem } from "~/server/recipes/definition";
import { getOperator } from "~/server/recipes/operators";
import { at, type LintPlace, problem, warning } from "./place";
import { holdsTemplate, lintTemplates } from "./templates";

/** The problems of a filter's or a path's condition. */
export function lintCondition(condition: Condition, place: LintPlace): Problem[] {
  if ("all" in condition) return lintList("all", condition.all, place);
  if ("any" in condition) return lintList("any", condition.any, place);
  if ("not" in condition) return lintCondition(condition.not, at(place, "not"));
  return lintComparison(condition, place);
}

function lintList(name: "all" | "any", parts: readonly Condition[], place: LintPlace): Problem[] {
  const always = name === "all" ? "always" : "never";
  if (parts.length === 0)
    return [warning(place.path, `Without a comparison this ${always} holds.`, "Add a comparison.")];
  return parts.flatMap((part, index) => lintCondition(part, at(at(place, name), `[${index}]`)));
}

function lintComparison({ left, op, right }: Comparison, place: LintPlace): Problem[] {
  const templates = [...lintTemplates(left, at(place, "left")), ...lintTemplates(right, at(place, "right"))];
  return [...lintLeft(left, place), ...lintRight(op, right, place), ...templates];
}

function lintLeft(left: unknown, place: LintPlace): Problem[] {
  const path = `${place.path}.left`;
  if (holdsTemplate(left)) return [];
  if (left === undefined || left === null || left === "")
    return [
      problem(path, "There is nothing to look at.", "Insert a field from the event or an earlier step."),
    ];
  return [warning(path, "This value never changes.", "Insert a field from the event or an earlier step.")];
}

function lintRight(op: string, right: unknown, place: LintPlace): Problem[] {
  if (holdsTemplate(right)) return [];

  if ((op === "eq" || op === "neq") && right === "")
    return [
      warning(
        `${place.path}.right`,
        "This compares with an empty text.",
        'Use "has a value" or "has no value", or enter a value.',
      ),
    ];
  const wrong = getOperator(op)?.validate(right);
  return wrong ? [problem(`${place.path}.right`, wrong, "Enter a value that fits the comparison.")] : [];
}
