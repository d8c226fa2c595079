import type { Definition, Step } from "~/server/recipes/definition";
import { type Pointer, valueAt, withValueAt } from "~/server/recipes/pointer";
import { allSteps, mapInnerLists } from "~/server/recipes/step-tree";
import { lanesOf } from "./canvas/lanes";

/** A place in a list of steps: before the step that now has this index. */
export interface Spot {
  list: Pointer;
  index: number;
}

/** Puts steps there, in their order. */
export function insertSteps(
  definition: Definition,
  { list, index }: Spot,
  steps: readonly Step[],
): Definition {
  return withValueAt(definition, list, (old) => {
    const there: readonly Step[] = Array.isArray(old) ? old : [];
    return [...there.slice(0, index), ...steps, ...there.slice(index)];
  });
}

/** The outermost of several places, in reading order: a step inside a chosen one goes with it. */
export function outermost(definition: Definition, pointers: readonly Pointer[]): Pointer[] {
  const order = allSteps(definition.steps).map(({ pointer }) => pointer);
  const placed = order.filter((pointer) => pointers.some((chosen) => same(chosen, pointer)));
  return placed.filter((pointer) => !placed.some((outer) => isInside(pointer, outer)));
}

/** Takes several steps away. */
export function removeSteps(definition: Definition, pointers: readonly Pointer[]): Definition {
  const gone = new Set(pointers.map((pointer) => valueAt(definition, pointer)));
  return { ...definition, steps: without(definition.steps, gone) };
}

/** Moves steps, with what is in them; null when the spot is inside one of them or nothing would change. */
export function moveSteps(
  definition: Definition,
  pointers: readonly Pointer[],
  spot: Spot,
): Definition | null {
  const chosen = outermost(definition, pointers);
  if (chosen.some((pointer) => isInside([...spot.list, spot.index], pointer))) return null;
  const steps = chosen.flatMap((pointer) => valueAt(definition, pointer) as Step);
  // Copies stand at the new place while the old ones are found by identity and go.
  const copies = steps.map((step) => ({ ...step }));
  const placed = insertSteps(definition, spot, copies);
  const moved = { ...placed, steps: without(placed.steps, new Set<unknown>(steps)) };
  const order = (one: Definition) => allSteps(one.steps).map(({ journalPath }) => journalPath);
  return order(moved).join() === order(definition).join() ? null : moved;
}

function without(steps: readonly Step[], gone: ReadonlySet<unknown>): Step[] {
  return steps
    .filter((step) => !gone.has(step))
    .map((step) => mapInnerLists(step, (inner) => without(inner, gone)));
}

/** Every place a step may get, in reading order. */
export function spotsOf(definition: Definition): Spot[] {
  return spotsIn(definition.steps, ["steps"]);
}

function spotsIn(steps: readonly Step[], list: Pointer): Spot[] {
  const each = steps.flatMap((step, index) => [
    { list, index },
    ...lanesOf(step).flatMap((inner) => spotsIn(inner.steps, [...list, index, ...inner.at])),
  ]);
  return [...each, { list, index: steps.length }];
}

/** Where Alt and an arrow take a step: the next place before or after it, into and out of the ways around it. */
export function nextSpot(definition: Definition, pointer: Pointer, by: 1 | -1): Spot | null {
  const [list, index] = [pointer.slice(0, -1), Number(pointer.at(-1))];
  const outside = spotsOf(definition).filter((spot) => !isInside([...spot.list, spot.index], pointer));
  const at = outside.findIndex((spot) => spot.index === index && same(spot.list, list));
  // Its own place has two sides: before it, and after it.
  return outside[by === 1 ? at + 2 : at - 1] ?? null;
}

function isInside(inner: Pointer, outer: Pointer): boolean {
  return inner.length > outer.length && outer.every((part, place) => inner[place] === part);
}

function same(one: Pointer, other: Pointer): boolean {
  return one.length === other.length && one.every((part, place) => other[place] === part);
}
