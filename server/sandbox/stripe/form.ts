/** A decoded form: text, lists and nested objects. */
export type FormValue = string | FormValue[] | FormObject;
export interface FormObject {
  [key: string]: FormValue;
}

const MAX_DEPTH = 8;

/** Splits `a[b][0]` into its keys; null when the brackets do not close or the nesting is absurd. */
function keysOf(name: string): string[] | null {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) return null;
  const inner = [...(match[2] ?? "").matchAll(/\[([^[\]]*)\]/g)].map((found) => found[1] ?? "");
  const keys = [match[1] ?? "", ...inner];
  return keys.length > MAX_DEPTH ? null : keys;
}

function assign(target: FormObject, keys: string[], value: string): void {
  let node = target;
  for (const [depth, key] of keys.entries()) {
    const name = key === "" ? String(Object.keys(node).length) : key;
    if (depth === keys.length - 1) {
      node[name] = value;
      return;
    }
    const child = node[name];
    const next: FormObject = typeof child === "object" && !Array.isArray(child) ? child : Object.create(null);
    node[name] = next;
    node = next;
  }
}

/** Objects whose keys count 0, 1, 2… are lists. */
function settle(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, settle(item)] as const);
  if (entries.length > 0 && entries.every(([key], index) => key === String(index)))
    return entries.map(([, item]) => item);
  return Object.fromEntries(entries);
}

/** Decodes Stripe's bracketed forms (bodies and query strings). https://docs.stripe.com/api */
export function decodeForm(text: string): FormObject {
  const root: FormObject = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = keysOf(name);
    if (keys && !keys.includes("__proto__")) assign(root, keys, value);
  }
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, settle(value)]));
}
