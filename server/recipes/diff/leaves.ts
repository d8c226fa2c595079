import { isObject, type Pointer } from "~/server/recipes/pointer";

/** One place at which two values differ; undefined where there is nothing. */
export interface Leaf {
  pointer: Pointer;
  before: unknown;
  after: unknown;
}

/**
 * The smallest places at which two JSON values differ. Lists of the same length are compared member by member when they
 * hold objects; any other list is one value. A key whose value is undefined is no key.
 */
export function leaves(before: unknown, after: unknown, pointer: Pointer = []): Leaf[] {
  if (Object.is(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => leaves(own(before, key), own(after, key), [...pointer, key]));
  }
  if (!Array.isArray(before) || !Array.isArray(after)) return [{ pointer, before, after }];
  const inside = before.flatMap((member, index) => leaves(member, after[index], [...pointer, index]));
  if (before.length === after.length && (inside.length === 0 || before.some(isObject))) return inside;
  return [{ pointer, before, after }];
}

interface Fields {
  when?: unknown;
}

/** The same for two steps or paths, of which the condition is told as a whole. */
export function fieldLeaves(before: Fields, after: Fields): Leaf[] {
  const { when: one, ...fields } = before;
  const { when: other, ...others } = after;
  const isSame = leaves(one, other).length === 0;
  return [...(isSame ? [] : [{ pointer: ["when"], before: one, after: other }]), ...leaves(fields, others)];
}

function own(object: Record<string | number, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
