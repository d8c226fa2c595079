import type { BranchPath, Definition, Step } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { innerLists } from "~/server/recipes/step-tree";

/** A step, or a path of a branch, where it stands in a definition. */
export interface Placed<T> {
  /** What it is recognised by in another version. */
  key: string;
  item: T;
  pointer: Pointer;
  /** The key of what it is in, and the list there; "" at the top. */
  container: string;
  /** The step that it is in. */
  parent: Step | null;
}

export type PlacedStep = Placed<Step>;
export type PlacedPath = Placed<Omit<BranchPath, "steps">>;

/** Every step by its id and kind. Ids that occur twice, as drafts may have them, are counted. */
export function placeSteps({ steps }: Definition): PlacedStep[] {
  const seen = new Map<string, number>();
  const walk = (list: readonly Step[], at: Pointer, container: string, parent: Step | null): PlacedStep[] =>
    list.flatMap((item, index) => {
      const name = `${item.kind} ${item.id}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      const key = count === 1 ? name : `${name} ${count}`;
      const pointer = [...at, index];
      const inside = innerLists(item).flatMap((inner) =>
        walk(inner.steps, [...pointer, ...inner.at], `${key}.${inner.journal}`, item),
      );
      return [{ key, item, pointer, container, parent }, ...inside];
    });
  return walk(steps, ["steps"], "", null);
}

/** The paths of every branch, each within its branch. */
export function placePaths(steps: readonly PlacedStep[]): PlacedPath[] {
  return steps.flatMap(({ key, item, pointer }) =>
    item.kind === "branch"
      ? item.paths.map(({ id, name, when }, index) => ({
          key: `${key}.${id}${item.paths.slice(0, index).some((path) => path.id === id) ? `#${index}` : ""}`,
          item: { id, name, when },
          pointer: [...pointer, "paths", index],
          container: key,
          parent: item,
        }))
      : [],
  );
}

export interface Matched<T> {
  added: Placed<T>[];
  removed: Placed<T>[];
  both: { before: Placed<T>; after: Placed<T>; isMoved: boolean }[];
}

/** Finds everything again by its key, and says what stands elsewhere, or in another order among what stayed. */
export function match<T>(before: readonly Placed<T>[], after: readonly Placed<T>[]): Matched<T> {
  const old = new Map(before.map((one) => [one.key, one]));
  const now = new Set(after.map(({ key }) => key));
  const both = after.flatMap((one) => {
    const was = old.get(one.key);
    return was ? [{ before: was, after: one }] : [];
  });
  const stayed = both.filter((one) => one.before.container === one.after.container);
  const order = new Map(before.map(({ key }, index) => [key, index]));
  const places = stayed.map(({ after: { key, container } }) => ({ key, container, at: order.get(key) ?? 0 }));
  const containers = [...new Set(places.map(({ container }) => container))];
  const still = new Set(
    containers.flatMap((one) => longestRising(places.filter(({ container }) => container === one))),
  );
  return {
    added: after.filter(({ key }) => !old.has(key)),
    removed: before.filter(({ key }) => !now.has(key)),
    both: both.map((one) => ({ ...one, isMoved: !still.has(one.after.key) })),
  };
}

/** The most members that are still in their old order: those beside them are what moved. */
function longestRising(members: readonly { key: string; at: number }[]): string[] {
  const best: { at: number; keys: string[] }[] = [];
  for (const { key, at } of members) {
    const tails = best.filter((one) => one.at < at).map(({ keys }) => keys);
    const longest = tails.reduce<string[]>((most, keys) => (keys.length > most.length ? keys : most), []);
    best.push({ at, keys: [...longest, key] });
  }
  return best.reduce<string[]>((most, { keys }) => (keys.length > most.length ? keys : most), []);
}
