/**
 * Whether any JSON, written down, has more than so many characters. Stops counting as soon as it has: the same value may
 * stand in one a thousand times, and writing all of it down could take more memory than there is. The value contains
 * itself nowhere.
 */
export function isLongerThan(value: unknown, most: number): boolean {
  return lengthLeft(value, most) < 0;
}

/** What is left of so many characters after this value; less than nothing when they did not suffice. */
export function lengthLeft(value: unknown, left: number): number {
  if (left < 0) return left;
  // Escapes make a text longer; one that has many is found out only when it fits without them.
  if (typeof value === "string") {
    const least = left - value.length - 2;
    return least < 0 ? least : left - JSON.stringify(value).length;
  }
  if (typeof value !== "object" || value === null) return left - (JSON.stringify(value) ?? "null").length;
  let after = left - 2;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined && !Array.isArray(value)) continue;
    after = lengthLeft(member, Array.isArray(value) ? after - 1 : after - key.length - 4);
    if (after < 0) return after;
  }
  return after;
}
