import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Repair, Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import type { LintPlace } from "./place";
import { withOther } from "./use-text";

/** Other data in the place of some that is not there, inside the text that stands at a place. */
export function otherData(text: string, from: Pointer, to: Pointer, place: LintPlace): Repair | undefined {
  const changed = withOther(text, from, to);
  return changed === undefined ? undefined : setTo(`Use ${writtenPath(to)}`, place.path, changed);
}

/** One value put at one place. */
export function setTo(label: string, path: string, value: unknown): Repair {
  return { label, edits: [{ path, value }] };
}

/** What is at a place goes. */
export function remove(label: string, path: string): Repair {
  return { label, edits: [{ path }] };
}

/** The most steps that a definition takes in one list. */
const MOST_STEPS = 200;

/** One more step right before the one that a place is in. */
export function stepBefore(label: string, step: Step, { list }: LintPlace): Repair | undefined {
  if (!list || list.steps.length >= MOST_STEPS) return undefined;
  const { path, steps, index } = list;
  return setTo(label, path, [...steps.slice(0, index), step, ...steps.slice(index)]);
}

/** An id that nothing in the recipe has: `person`, then `person_2`. */
export function freshId(base: string, taken: readonly string[]): string {
  const word = base.slice(0, 36);
  if (!taken.includes(word)) return word;
  let ordinal = 2;
  while (taken.includes(`${word}_${ordinal}`)) ordinal += 1;
  return `${word}_${ordinal}`;
}
