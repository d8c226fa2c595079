import { inputPath, isObject, type Pointer } from "~/server/recipes/pointer";

/** Where each old place of a list goes: `null` for what is removed. */
type Places = (index: number) => number | null;

export const withoutItem =
  (removed: number): Places =>
  (index) =>
    index === removed ? null : index > removed ? index - 1 : index;

export const withSwapped =
  (a: number, b: number): Places =>
  (index) =>
    index === a ? b : index === b ? a : index;

/** The list with its items at their new places. */
export function placed(items: readonly unknown[], places: Places): unknown[] {
  const moved: unknown[] = [];
  items.forEach((item, index) => {
    const place = places(index);
    if (place !== null) moved[place] = item;
  });
  return moved;
}

/** What is used when something inside an item is missing goes with the item: `items[1].price` → `items[0].price`. */
export function placedFallbacks(onMissing: unknown, list: Pointer, places: Places): unknown {
  if (!isObject(onMissing)) return onMissing;
  const prefix = `${inputPath(list)}[`;
  const entries = Object.entries(onMissing).flatMap(([path, fallback]) => {
    const [, index, rest] = path.startsWith(prefix)
      ? (/^(\d+)(\].*)$/.exec(path.slice(prefix.length)) ?? [])
      : [];
    if (index === undefined) return [[path, fallback]];
    const place = places(Number(index));
    return place === null ? [] : [[`${prefix}${place}${rest}`, fallback]];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
