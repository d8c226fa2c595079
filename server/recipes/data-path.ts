/** What a path like `data.items[0].id` finds in any JSON; undefined when nothing is there. */
export function valueAtPath(value: unknown, path: string): unknown {
  return path
    .split(/\.|\[|\]/)
    .filter((part) => part !== "")
    .reduce<unknown>(
      (at, part) =>
        typeof at === "object" && at !== null && Object.hasOwn(at, part)
          ? (at as Record<string, unknown>)[part]
          : undefined,
      value,
    );
}
