import type { Comparison, Condition, Problem } from "~/server/recipes/definition";
import { isBlank, toList, toText } from "~/server/recipes/operands";
import { getOperator } from "~/server/recipes/operators";
import { lintKinds } from "./compared";
import { wordsOf } from "./event-words";
import { nearest } from "./nearest";
import { at, type LintPlace, problem, warning } from "./place";
import { setTo } from "./repairs";
import { holdsTemplate, lintTemplates } from "./templates";
import { truthOf } from "./truth";
import { wholeUse } from "./use-text";

/** The problems of a filter's condition; one that lets nothing pass makes all that follows useless. */
export function lintFilter(condition: Condition, place: LintPlace): Problem[] {
  const found = lintCondition(condition, place);
  if (found.length > 0 || truthOf(condition, place) !== false) return found;
  const fix = "Correct the comparison, or choose events for which it can hold.";
  return [warning(place.path, "No event of this recipe can ever pass here.", fix)];
}

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
  return parts.flatMap((part, index) => lintCondition(part, at(place, name, index)));
}

function lintComparison(comparison: Comparison, place: LintPlace): Problem[] {
  const { left, right } = comparison;
  return [
    ...lintLeft(left, place),
    ...lintRight(comparison, place),
    ...lintValue(comparison, place),
    ...lintKinds(comparison, place),
    ...lintTemplates(left, at(place, "left")),
    ...lintTemplates(right, at(place, "right")),
  ];
}

function lintLeft(left: unknown, place: LintPlace): Problem[] {
  const { path } = at(place, "left");
  if (holdsTemplate(left)) return [];
  const fix = "Insert a field from the event or an earlier step.";
  if (left === undefined || left === null || left === "")
    return [problem(path, "There is nothing to look at.", fix)];
  return [warning(path, "This value never changes.", fix)];
}

const COMPARES_WHOLE = new Set(["eq", "neq", "in", "not_in"]);

/** A word that Stripe never puts into this field of the trigger: mostly a slip. */
function lintValue({ left, op, right }: Comparison, place: LintPlace): Problem[] {
  const use = COMPARES_WHOLE.has(op) && !holdsTemplate(right) && !isBlank(right) ? wholeUse(left) : null;
  const known = use ? wordsOf(use, place) : [];
  if (known.length === 0) return [];
  const { path } = at(place, "right");
  const odd = toList(right)
    ?.map(toText)
    .find((word) => word !== null && !known.includes(word));
  if (!odd) return [];
  const near = nearest(odd, known);
  const fix = near
    ? `Did you mean ${near}?`
    : `Stripe knows ${known.slice(0, 8).join(", ")}${known.length > 8 ? " …" : ""}.`;
  const repair = near ? setTo(`Use ${near}`, path, withWord(right, odd, near)) : undefined;
  return [warning(path, `Stripe never says "${odd}" here.`, fix, repair)];
}

function withWord(right: unknown, odd: string, near: string): unknown {
  if (Array.isArray(right)) return right.map((one) => (toText(one) === odd ? near : one));
  const words = toList(right)?.map((word) => (word === odd ? near : word)) ?? [near];
  return words.join(", ");
}

function lintRight({ left, op, right }: Comparison, place: LintPlace): Problem[] {
  if (holdsTemplate(right)) return [];
  const { path } = at(place, "right");
  if ((op === "eq" || op === "neq") && right === "") {
    const [exists, label] = op === "neq" ? ["exists", "has a value"] : ["not_exists", "has no value"];
    const fix = 'Use "has a value" or "has no value", or enter a value.';
    const repair = setTo(`Use “${label}”`, place.path, { left, op: exists });
    return [warning(path, "This compares with an empty text.", fix, repair)];
  }
  const wrong = getOperator(op)?.validate(right);
  return wrong ? [problem(path, wrong, "Enter a value that fits the comparison.")] : [];
}
