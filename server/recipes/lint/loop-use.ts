import { parsePath, writtenPath } from "~/server/connectors/stripe/field-path";
import type { Problem } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { sourceOf } from "./data-type";
import { nearField } from "./near-field";
import { nearest } from "./nearest";
import { type LintPlace, problem, warning } from "./place";
import { otherData } from "./repairs";
import { lacking } from "./trigger-field";

const PARTS = ["item", "index", "number", "count", "parent"];

/** A template's `loop.…`: only inside a loop, only what a loop has, only what its items have. */
export function lintLoopUse(path: Pointer, text: string, place: LintPlace): Problem[] {
  if (!place.loop) {
    const fix = "Move this step into a loop, or insert a field from the list.";
    return [problem(place.path, `Only the steps inside a loop know "loop".`, fix)];
  }
  const [part, ...rest] = path;
  if (part === "item") return lintItemField(rest, text, place);
  if (part === undefined || PARTS.includes(String(part))) return [];
  const near = nearest(String(part), PARTS);
  const fix = near ? `Did you mean loop.${near}?` : "Say loop.item, loop.number or loop.count.";
  const repair = near ? otherData(text, ["loop", ...path], ["loop", near, ...rest], place) : undefined;
  return [problem(place.path, `A loop has no "${part}".`, fix, repair)];
}

/** A field that none of the items has, where they come out of the event. */
function lintItemField(field: Pointer, text: string, place: LintPlace): Problem[] {
  const { trigger, path } = place;
  const item = ["loop", "item"];
  const [root, ...source] = sourceOf([...item, ...field], place) ?? [];
  if (!trigger || root !== "trigger" || lacking(source, trigger).length < trigger.types.length) return [];
  const start = source.slice(0, source.length - field.length);
  const near = parsePath(nearField(source, trigger) ?? "");
  const isInside = near.length > start.length && start.every((part, index) => near[index] === part);
  const right = isInside ? [...item, ...near.slice(start.length)] : undefined;
  const repair = right ? otherData(text, [...item, ...field], right, place) : undefined;
  const fix = right ? `Did you mean ${writtenPath(right)}?` : "Insert a field from the list.";
  return [warning(path, `An item of this loop has no field ${writtenPath(field)}.`, fix, repair)];
}
