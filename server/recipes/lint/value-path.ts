import { inputPath, isObject, type Pointer } from "~/server/recipes/pointer";

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

/** The same by the name that the engine and fallbacks give each place: `attributes.plan`. */
export function pathsIn(value: unknown, path = ""): Map<string, unknown> {
  return new Map(
    placesIn(value, path === "" ? [] : [path]).map((place) => [inputPath(place.pointer), place.value]),
  );
}
