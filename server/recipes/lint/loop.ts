import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { LoopStep, Problem } from "~/server/recipes/definition";
import { isBlank, toList } from "~/server/recipes/operands";
import type { Pointer } from "~/server/recipes/pointer";
import { sourceOf, TYPE_WORDS, typesOf } from "./data-type";
import { at, type LintPlace, problem, warning } from "./place";
import { otherData } from "./repairs";
import { holdsTemplate, lintTemplates } from "./templates";
import { wholeUse } from "./use-text";

/** What a loop goes over, and that it does something. */
export function lintLoop({ over, limit, steps }: LoopStep, place: LintPlace): Problem[] {
  const here = at(place, "over");
  const idle = problem(at(place, "steps").path, "This loop does nothing.", "Add a step inside it.");
  return [
    ...lintTemplates(over, here),
    ...(holdsTemplate(over) ? lintData(over, here) : lintLiteral(over, limit, here.path)),
    ...(steps.length === 0 ? [idle] : []),
  ];
}

/** The data that a loop goes over, for what is known of each item; null when its items can be anything. */
export function itemsOf({ over }: LoopStep, place: LintPlace): Pointer | null {
  const use = wholeUse(over);
  return use && typesOf(use, place)?.includes("list") ? sourceOf(use, place) : null;
}

function lintLiteral(over: unknown, limit: number, path: string): Problem[] {
  if (over === undefined || over === null || over === "")
    return [
      problem(path, "There is nothing to go over.", "Insert a list from the event or an earlier step."),
    ];
  const items = toList(over);
  if (items === null) return [problem(path, "This is no list.", "Give a list, or insert one from data.")];
  if (items.length > limit)
    return [
      problem(
        path,
        `This list has ${items.length} items, and the loop takes ${limit} at most.`,
        "Shorten the list.",
      ),
    ];
  return isBlank(items)
    ? [warning(path, "This list is empty, so that nothing is done.", "Add an item.")]
    : [];
}

/** Stripe's lists lie one level below what looks like the list. */
function lintData(over: unknown, place: LintPlace): Problem[] {
  const use = wholeUse(over);
  const types = use && typesOf(use, place);
  if (!use || !types || types.includes("list")) return [];
  const inner = [...use, "data"];
  const isPage = typesOf(inner, place)?.includes("list");
  const words = types.map((type) => TYPE_WORDS[type]).join(" or ");
  const message = `${writtenPath(use)} is ${words}, and a loop goes over a list.`;
  const fix = isPage
    ? `Did you mean ${writtenPath(inner)}?`
    : "Insert a list from the event or an earlier step.";
  return [warning(place.path, message, fix, isPage ? otherData(`${over}`, use, inner, place) : undefined)];
}
