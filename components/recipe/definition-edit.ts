import type { BranchPath, Definition, Step } from "~/server/recipes/definition";
import { type Pointer, valueAt, withValueAt } from "~/server/recipes/pointer";
import { presetFilter, type TriggerPreset } from "~/server/recipes/presets";
import { allSteps } from "~/server/recipes/step-tree";
import { triggerApp } from "~/server/recipes/trigger";
import type { TriggerId } from "~/server/recipes/trigger-schema";
import { surroundingsOf } from "./scope-place";

/** The list of steps at a pointer such as `["steps"]` or `["steps", 0, "otherwise"]`; empty when there is none. */
export function stepsAt(definition: Definition, list: Pointer): Step[] {
  const found = valueAt(definition, list);
  return Array.isArray(found) ? found : [];
}

/** The definition that starts from a ready trigger; its filter comes before all other steps. */
export function withPreset(definition: Definition, preset: TriggerPreset): Definition {
  const trigger = {
    ...definition.trigger,
    config: { ...definition.trigger.config, events: [...preset.events] },
  };
  const filter = presetFilter(preset, (base) => freshId(definition, base));
  return { ...definition, trigger, steps: filter ? [filter, ...definition.steps] : definition.steps };
}

/** The definition that something else starts; the connection is chosen anew. */
export function withTrigger(definition: Definition, type: TriggerId): Definition {
  const config = type === "stripe.event" ? { events: [] } : {};
  return { ...definition, trigger: { type, ...(triggerApp(type) ? { connection: null } : {}), config } };
}

/** Puts `step` before the step that now has this index. */
export function insertStep(definition: Definition, list: Pointer, index: number, step: Step): Definition {
  return withSteps(definition, list, (steps) => [...steps.slice(0, index), step, ...steps.slice(index)]);
}

export function removeStep(definition: Definition, list: Pointer, index: number): Definition {
  return withSteps(definition, list, (steps) => steps.filter((_, at) => at !== index));
}

/** Moves a step up (-1) or down (1) in its own list; past either end nothing changes. */
export function moveStep(definition: Definition, list: Pointer, index: number, by: -1 | 1): Definition {
  return withSteps(definition, list, (steps) => swapped(steps, index, index + by));
}

/** Replaces what `pointer` names with `next(old)`; `undefined` removes an optional part. */
export function edit(definition: Definition, pointer: Pointer, next: (old: unknown) => unknown): Definition {
  return withValueAt(definition, pointer, next);
}

/** Adds a path to the branch at `branch`, after the others. */
export function addPath(definition: Definition, branch: Pointer): Definition {
  return withPaths(definition, branch, (paths) => [...paths, newPath(definition, paths.length + 1)]);
}

export function removePath(definition: Definition, branch: Pointer, index: number): Definition {
  return withPaths(definition, branch, (paths) => paths.filter((_, at) => at !== index));
}

/** Moves a path; the first path whose condition holds is the one taken. */
export function movePath(definition: Definition, branch: Pointer, index: number, by: -1 | 1): Definition {
  return withPaths(definition, branch, (paths) => swapped(paths, index, index + by));
}

export function newPath(definition: Definition, ordinal: number): BranchPath {
  return {
    id: freshId(definition, `path_${ordinal}`),
    name: `Path ${ordinal}`,
    when: { all: [] },
    steps: [],
  };
}

/** An id that no step or path of the definition has: `person`, then `person_2`. */
export function freshId(definition: Definition, base: string): string {
  return freshName(new Set(idsOf(definition.steps)), base);
}

/** The name, or the first of `name_2`, `name_3` … that is free. */
export function freshName(taken: ReadonlySet<string>, base: string): string {
  if (!taken.has(base)) return base;
  // An id has 40 characters at most.
  const stem = base.slice(0, 36);
  let ordinal = 2;
  while (taken.has(`${stem}_${ordinal}`)) ordinal += 1;
  return `${stem}_${ordinal}`;
}

/** The ids of all steps and of the paths of branches. */
export function idsOf(steps: readonly Step[]): string[] {
  return allSteps(steps).flatMap(({ step }) =>
    step.kind === "branch" ? [step.id, ...step.paths.map(({ id }) => id)] : [step.id],
  );
}

/** The steps that have certainly run before the one at `pointer`: earlier ones of its list and of the lists around it. */
export function stepsBefore(definition: Definition, pointer: Pointer): Step[] {
  return surroundingsOf(definition, pointer).flatMap(({ before }) => before);
}

function withSteps(definition: Definition, list: Pointer, next: (steps: Step[]) => Step[]): Definition {
  return withValueAt(definition, list, (old) => next(Array.isArray(old) ? old : []));
}

function withPaths(
  definition: Definition,
  branch: Pointer,
  next: (paths: BranchPath[]) => BranchPath[],
): Definition {
  return withValueAt(definition, [...branch, "paths"], (old) => next(Array.isArray(old) ? old : []));
}

function swapped<T>(items: T[], from: number, to: number): T[] {
  const [a, b] = [items[from], items[to]];
  if (a === undefined || b === undefined) return items;
  return items.map((item, index) => (index === from ? b : index === to ? a : item));
}
