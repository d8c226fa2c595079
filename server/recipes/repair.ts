import type { Repair } from "./definition";
import { type Pointer, pointerOf, valueAt, withValueAt } from "./pointer";

/** The definition with a repair's edits made, in order; the one given is never changed. Total: a path that leads nowhere changes nothing that is there. */
export function applyRepair<T>(definition: T, { edits }: Repair): T {
  return edits.reduce<T>((made, { path, ...edit }) => {
    const pointer = pointerOf(path);
    return edit.value === undefined ? without(made, pointer) : withValueAt(made, pointer, () => edit.value);
  }, definition);
}

/** A member that goes leaves no gap in its list. */
function without<T>(root: T, pointer: Pointer): T {
  const [last, above] = [pointer.at(-1), pointer.slice(0, -1)];
  if (last === undefined || valueAt(root, pointer) === undefined) return root;
  const list = valueAt(root, above);
  if (!Array.isArray(list)) return withValueAt(root, pointer, () => undefined);
  return withValueAt(root, above, () => list.filter((_, index) => index !== last));
}
