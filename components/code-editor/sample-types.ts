import { isObject } from "~/server/recipes/pointer";

const MAX_DEPTH = 3;
const MAX_KEYS = 8;

/**
 * The type of a sample value as TypeScript writes it: `{ amount: number; currency: string }`. What is deeper or longer
 * than a person reads is `object` or `…`. A value that the sample lacks is `unknown`.
 */
export function typeText(value: unknown, depth = 0): string {
  if (value === undefined) return "unknown";
  if (value === null) return "null";
  if (Array.isArray(value)) return listType(value, depth);
  if (!isObject(value)) return typeof value;
  const entries = Object.entries(value);
  if (entries.length === 0) return "object";
  if (depth >= MAX_DEPTH) return "object";
  const members = entries
    .slice(0, MAX_KEYS)
    .map(([key, member]) => `${nameText(key)}: ${typeText(member, depth + 1)}`);
  return `{ ${[...members, ...(entries.length > MAX_KEYS ? ["…"] : [])].join("; ")} }`;
}

function listType(items: readonly unknown[], depth: number): string {
  const types = new Set(items.slice(0, 10).map((item) => typeText(item, depth + 1)));
  const [only] = types;
  // Objects of a list differ in what they lack; the first one says most.
  const text =
    only === undefined ? "unknown" : types.size === 1 || only.startsWith("{") ? only : [...types].join(" | ");
  return text.includes(" | ") ? `(${text})[]` : `${text}[]`;
}

function nameText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** `input: …` with a line for each member. */
export function declarationText(input: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(input).map(([name, value]) => `  ${nameText(name)}: ${typeText(value, 1)};`);
  return lines.length === 0 ? "input: {}" : `input: {\n${lines.join("\n")}\n}`;
}

export interface Member {
  name: string;
  type: string;
}

/** What can follow a path such as `input.customer.` or `input.lines[0].` in the sample. */
export function membersAt(input: unknown, path: string): Member[] {
  const parts = path.split(/\.|\?\.|\[|\]/).filter(Boolean);
  if (parts[0] !== "input") return [];
  const found = parts.slice(1).reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Record<string, unknown>)[part];
  }, input);
  if (!isObject(found)) return [];
  return Object.entries(found)
    .filter(([name]) => nameText(name) === name)
    .map(([name, value]) => ({ name, type: shortType(value) }));
}

function shortType(value: unknown): string {
  if (Array.isArray(value)) return isObject(value[0]) ? "object[]" : typeText(value);
  return isObject(value) ? "object" : typeText(value);
}
