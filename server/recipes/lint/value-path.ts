/** Every place in a JSON value with what stands there, as templates and fallbacks name it: `attributes.plan`. */
export function pathsIn(value: unknown, path = ""): Map<string, unknown> {
  const found = new Map<string, unknown>([[path, value]]);
  if (typeof value !== "object" || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    const step = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    for (const [inner, leaf] of pathsIn(member, step)) found.set(inner, leaf);
  }
  return found;
}
