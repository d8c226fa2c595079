import type { Comparison, Condition, Problem } from "~/server/recipes/definition";
import { isBlank, toList, toText } from "~/server/recipes/operands";
import { getOperator } from "~/server/recipes/operators";
import { nearest } from "./nearest";
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
  return [
    ...lintLeft(left, place),
    ...lintRight(op, right, place),
    ...lintValue(left, op, right, place),
    ...templates,
  ];
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

const COMPARES_WHOLE = new Set(["eq", "neq", "in", "not_in"]);

/** A word that Stripe never puts into this field of the trigger: mostly a slip. */
function lintValue(left: unknown, op: string, right: unknown, place: LintPlace): Problem[] {
  const known = COMPARES_WHOLE.has(op) && !holdsTemplate(right) ? valuesOf(left, place) : [];
  if (known.length === 0 || isBlank(right)) return [];
  const odd = toList(right)
    ?.map(toText)
    .find((word) => word !== null && !known.includes(word));
  if (!odd) return [];
  const near = nearest(odd, known);
  const fix = near
    ? `Did you mean ${near}?`
    : `Stripe knows ${known.slice(0, 8).join(", ")}${known.length > 8 ? " …" : ""}.`;
  return [warning(`${place.path}.right`, `Stripe never says "${odd}" here.`, fix)];
}

/** The words that a field of the trigger can be, when a text is nothing but that field. */
function valuesOf(left: unknown, { trigger }: LintPlace): string[] {
  const path =
    typeof left === "string" ? /^\s*\{\{\s*trigger\.([\w.[\]-]+)\s*\}\}\s*$/.exec(left)?.[1] : undefined;
  if (!trigger || !path) return [];
  const fields = trigger.types.flatMap((type) => trigger.table.at(type, path) ?? []);
  return fields.every((field) => field.values) ? fields.flatMap(({ values = [] }) => values) : [];
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
