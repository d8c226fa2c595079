import type { Comparison, Condition } from "~/server/recipes/definition";
import { toList, toText } from "~/server/recipes/operands";
import { getOperator } from "~/server/recipes/operators";
import { wordsOf } from "./event-words";
import type { LintPlace } from "./place";
import { holdsTemplate } from "./templates";
import { wholeUse } from "./use-text";

/** Whether a condition holds for every event (true), for none (false), or for some, as far as anyone can know. */
export function truthOf(condition: Condition, place: LintPlace): boolean | undefined {
  if ("not" in condition) {
    const inner = truthOf(condition.not, place);
    return inner === undefined ? undefined : !inner;
  }
  if ("left" in condition) return truthOfOne(condition, place);
  if ("all" in condition) {
    const parts = condition.all.map((part) => truthOf(part, place));
    if (parts.includes(false) || contradicts(condition.all)) return false;
    return parts.every((part) => part === true) ? true : undefined;
  }
  if (!("any" in condition)) return undefined;
  const parts = condition.any.map((part) => truthOf(part, place));
  if (parts.includes(true)) return true;
  return parts.every((part) => part === false) ? false : undefined;
}

function truthOfOne({ left, op, right }: Comparison, place: LintPlace): boolean | undefined {
  if (holdsTemplate(right)) return undefined;
  if (!holdsTemplate(left)) return getOperator(op)?.evaluate(left, right);
  const use = wholeUse(left);
  const words = use ? wordsOf(use, place) : [];
  const asked = op === "eq" || op === "in" ? (toList(right) ?? []).map(toText) : [];
  if (words.length === 0 || asked.length === 0 || asked.some((word) => !word)) return undefined;
  return asked.some((word) => word !== null && words.includes(word)) ? undefined : false;
}

/** The same data cannot be two words at once. */
function contradicts(parts: readonly Condition[]): boolean {
  const said = new Map<string, string>();
  return parts.some((part) => {
    if (!("left" in part) || part.op !== "eq" || typeof part.left !== "string") return false;
    const [word, before] = [toText(part.right), said.get(part.left)];
    if (!word || holdsTemplate(word) || !holdsTemplate(part.left)) return false;
    said.set(part.left, word);
    return (
      before !== undefined &&
      before.toLowerCase() !== word.toLowerCase() &&
      !(Number(before) === Number(word))
    );
  });
}
