/** Deeper than anything a person builds; it keeps every check's recursion small. */
export const MAX_DEPTH = 60;

/** Whether any JSON is nested deeper than that. Walks without recursion, so that no depth can break it. */
export function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((node) => (typeof node === "object" && node !== null ? Object.values(node) : []));
  }
  return false;
}
