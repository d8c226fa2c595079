/** What the schema wants of a value: it decides how typed text is stored. */
export type ValueKind = "string" | "number" | "boolean" | "any";

/** A stored value as the text of its input: strings as they are, everything else as JSON. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Typed text as a stored value. Numbers and true/false become such where the schema wants them (`any`: where the
 * text reads exactly so); a template, or text that does not fit yet, stays text so that nothing typed is lost.
 */
export function fromText(text: string, kind: ValueKind): unknown {
  if (kind === "string" || text.includes("{{") || text.includes("{%")) return text;
  if (kind !== "boolean" && isPlainNumber(text)) return Number(text);
  if (kind !== "number" && (text === "true" || text === "false")) return text === "true";
  return kind === "any" ? (jsonOf(text) ?? text) : text;
}

/** The object or list that a text spells out, if it does. */
function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** True for numbers that read back as they were typed: not `007`, `1e3`, `1.0` or twenty digits. */
function isPlainNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text;
}

export function hasTemplate(value: unknown): value is string {
  return typeof value === "string" && /\{\{|\{%/.test(value);
}
