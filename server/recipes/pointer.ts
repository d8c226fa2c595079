import { parsePath, writtenPath } from "~/server/connectors/stripe/field-path";

/** Where something stands in a definition: `["steps", 0, "paths", 1, "steps", 2]`. */
export type Pointer = readonly (string | number)[];

/** Writes a pointer as problems do: `steps[0].paths[1].when`, and `onMissing["data.plan"]`. Also the DOM id of a field. */
export function pointerText(pointer: Pointer): string {
  return writtenPath(pointer);
}

/** The pointer of a written path. Total: what cannot be read is passed over. */
export function pointerOf(path: string): Pointer {
  return parsePath(path);
}

/** A place inside a step's input as the engine and the step's fallbacks name it: `attributes.plan`, whatever is in the key. */
export function inputPath(pointer: Pointer): string {
  return pointer.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text ? `${text}.${part}` : part;
  }, "");
}

/** The value at a pointer, or undefined when the way there does not exist. */
export function valueAt(root: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined;
  }, root);
}

/** A copy of `root` in which the value at `pointer` is `next(old)`; `undefined` removes an object's key. */
export function withValueAt<T>(root: T, pointer: Pointer, next: (old: unknown) => unknown): T {
  return change(root, pointer, next) as T;
}

function change(node: unknown, pointer: Pointer, next: (old: unknown) => unknown): unknown {
  const [part, ...rest] = pointer;
  if (part === undefined) return next(node);
  if (Array.isArray(node) && typeof part === "number") {
    return node.map((item, index) => (index === part ? change(item, rest, next) : item));
  }
  const object = isObject(node) ? node : {};
  const value = change(Object.hasOwn(object, part) ? object[part] : undefined, rest, next);
  if (value !== undefined) return { ...object, [part]: value };
  const { [part]: _removed, ...others } = object;
  return others;
}

export function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
