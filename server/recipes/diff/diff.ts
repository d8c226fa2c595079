import { Definition, type Step } from "~/server/recipes/definition";
import { isTooDeep } from "~/server/recipes/lint/too-deep";
import { inputPath } from "~/server/recipes/pointer";
import { mapInnerLists } from "~/server/recipes/step-tree";
import type { Trigger } from "~/server/recipes/trigger-schema";
import { type Change, fieldChange, type Names, placeChange } from "./change";
import { fieldLeaves, type Leaf, leaves } from "./leaves";
import { match, type Placed, type PlacedPath, type PlacedStep, placePaths, placeSteps } from "./place";
import { stepLabel } from "./words";

/**
 * What is different in `after`, in reading order: the trigger, then steps and paths found again by their ids. `names` are
 * the connections' names by id. Total: of any JSON that is no definition the values are compared.
 */
export function diffDefinitions(before: unknown, after: unknown, names: Names = {}): Change[] {
  if (Object.is(before, after)) return [];
  if (isTooDeep(before) || isTooDeep(after)) return [TOO_DEEP];
  const [one, other] = [Definition.safeParse(before), Definition.safeParse(after)];
  if (!one.success || !other.success) return leaves(before, after).map((leaf) => bareChange(leaf, names));
  return diffParsed(one.data, other.data, names);
}

const TOO_DEEP: Change = {
  kind: "changed",
  path: "",
  step: null,
  what: "definition",
  sentence: "One of the two is nested too deeply to be compared.",
};

function bareChange(leaf: Leaf, names: Names): Change {
  const what = inputPath(leaf.pointer) || "definition";
  return fieldChange(leaf, { what, before: [], after: [], step: null, names });
}

function diffParsed(before: Definition, after: Definition, names: Names): Change[] {
  const steps = match(placeSteps(before), placeSteps(after));
  const paths = match(placePaths(placeSteps(before)), placePaths(placeSteps(after)));
  const settings = leaves(before.settings, after.settings).map((leaf) =>
    fieldChange(leaf, { what: "settings", before: ["settings"], after: ["settings"], step: null, names }),
  );
  return [
    ...triggerChanges(before.trigger, after.trigger, names),
    ...steps.removed.map((one) => placeChange("removed", one)),
    ...steps.added.map((one) => placeChange("added", one)),
    ...steps.both.flatMap((both) => [
      ...(both.isMoved ? [placeChange("moved", both.after)] : []),
      ...stepFields(both.before, both.after, names),
    ]),
    ...paths.removed.filter(staysIn(steps.both, "before")).map((one) => pathChange("removed", one)),
    ...paths.added.filter(staysIn(steps.both, "after")).map((one) => pathChange("added", one)),
    ...paths.both.flatMap((both) => [
      ...(both.isMoved ? [pathChange("moved", both.after)] : []),
      ...pathFields(both.before, both.after, names),
    ]),
    ...settings,
  ];
}

function triggerChanges(before: Trigger, after: Trigger, names: Names): Change[] {
  return leaves(before, after).map((leaf) => {
    const { pointer } = leaf;
    const what = `trigger ${inputPath(pointer[0] === "config" && pointer.length > 1 ? pointer.slice(1) : pointer)}`;
    const place = ["trigger"];
    return fieldChange(leaf, { what, before: place, after: place, step: null, names });
  });
}

/** A step without what is in it: the lists inside are compared step by step, and a branch's paths by their ids. */
function ownFields(step: Step): object {
  const { id: _id, kind: _kind, ...fields } = mapInnerLists(step, () => []);
  if (!("paths" in fields)) return fields;
  const { paths: _paths, ...others } = fields;
  return others;
}

function stepFields(before: PlacedStep, after: PlacedStep, names: Names): Change[] {
  const step = stepLabel(after.item);
  return fieldLeaves(ownFields(before.item), ownFields(after.item)).map((leaf) =>
    fieldChange(leaf, {
      what: inputPath(leaf.pointer),
      before: before.pointer,
      after: after.pointer,
      step,
      names,
    }),
  );
}

function pathFields(before: PlacedPath, after: PlacedPath, names: Names): Change[] {
  const { id, name } = after.item;
  const step = after.parent ? stepLabel(after.parent) : null;
  const fields = ({ item }: PlacedPath) => ({ name: item.name, when: item.when });
  return fieldLeaves(fields(before), fields(after)).map((leaf) =>
    fieldChange(leaf, {
      what: `path "${name ?? id}" ${inputPath(leaf.pointer)}`,
      before: before.pointer,
      after: after.pointer,
      step,
      names,
    }),
  );
}

function pathChange(kind: "added" | "removed" | "moved", { item, pointer, parent }: PlacedPath): Change {
  const step = parent ? stepLabel(parent) : "";
  const what = `path "${item.name ?? item.id}"`;
  const said = { added: "was added", removed: "was removed", moved: "is tried in another order" }[kind];
  return { kind, path: inputPath(pointer), step, what, sentence: `Step "${step}": ${what} ${said}.` };
}

/** The paths of a branch that came or went as a whole go without saying. */
function staysIn(steps: readonly { before: PlacedStep; after: PlacedStep }[], side: "before" | "after") {
  const keys = new Set(steps.map((both) => both[side].key));
  return ({ container }: Placed<unknown>) => keys.has(container);
}
