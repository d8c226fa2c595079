import type { z } from "zod";
import { isTemplate } from "~/server/recipes/liquid";
import { isObject, type Pointer, pointerText } from "~/server/recipes/pointer";
import { type Finding, flattenIssues } from "./schema";
import { placesIn } from "./value-path";

/** What a schema has to say about an input, apart from values that a template will fill in. */
export function findingsIn(input: Record<string, unknown>, schema: z.ZodObject): Finding[] {
  const open = new Set<string>();
  const told: Finding[] = [];
  let rest: unknown = input;
  // What a template fills in, and what nobody knows, is taken out, so that checks across several fields still happen.
  for (;;) {
    const checked = schema.safeParse(rest);
    if (checked.success) return told;
    const places = valuesByPath(rest);
    const found = flattenIssues(checked.error);
    const aside = found.filter(
      ({ path, isUnknown }) => !open.has(path) && path !== "" && (isUnknown || isTemplated(places.get(path))),
    );
    if (aside.length === 0) return [...told, ...found.filter(({ path }) => !open.has(path))];
    told.push(...aside.filter(({ isUnknown }) => isUnknown));
    for (const { path } of aside) open.add(path);
    rest = without(rest, open);
  }
}

/** Those of some places that an action cannot do without. A list's member is left out when it is missing. */
export function requiredAmong(
  paths: ReadonlySet<string>,
  input: Record<string, unknown>,
  schema: z.ZodObject,
): ReadonlySet<string> {
  const checked = paths.size > 0 ? schema.safeParse(without(input, paths)) : null;
  if (!checked || checked.success) return new Set();
  const lacking = flattenIssues(checked.error).map(({ path }) => path);
  return new Set(lacking.filter((path) => paths.has(path) && !/\[\d+\]$/.test(path)));
}

/** Every value inside one, by its written path. */
export const valuesByPath = (value: unknown) =>
  new Map(placesIn(value).map((place) => [pointerText(place.pointer), place.value]));

const isTemplated = (value: unknown) => typeof value === "string" && isTemplate(value);

function without(value: unknown, open: ReadonlySet<string>, pointer: Pointer = []): unknown {
  const isOpen = (key: string | number) => open.has(pointerText([...pointer, key]));
  // A list keeps its length, so that the paths of its other members stay true.
  if (Array.isArray(value))
    return value.map((member, index) =>
      isOpen(index) ? undefined : without(member, open, [...pointer, index]),
    );
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !isOpen(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, without(member, open, [...pointer, key])]));
}
