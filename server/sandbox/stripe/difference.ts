function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * What `previous_attributes` says: the old values of what changed. Hashes are reported key by key,
 * arrays whole, and a key that is new has been null. Null when nothing changed.
 */
export function previousAttributes(before: object, after: object): object | null {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const changed: Record<string, unknown> = {};
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(key) ?? null, now.get(key) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed[key] = isPlain(was) && isPlain(is) ? previousAttributes(was, is) : was;
  }
  return Object.keys(changed).length > 0 ? changed : null;
}
