import { isObject, type Pointer } from "~/server/recipes/pointer";

export interface ValuePlace {
  pointer: Pointer;
  value: unknown;
}

/** Every place in a JSON value with what stands there, the value itself first. */
export function placesIn(value: unknown, pointer: Pointer = []): ValuePlace[] {
  const members: [string | number, unknown][] = Array.isArray(value)
    ? value.map((member, index) => [index, member])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [{ pointer, value }, ...members.flatMap(([key, member]) => placesIn(member, [...pointer, key]))];
}

/** A place as the engine and a step's fallbacks name it: `attributes.plan`, whatever is in the key. */
export function inputPath(pointer: Pointer): string {
  return pointer.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text ? `${text}.${part}` : part;
  }, "");
}
