export type BodyType = "json" | "form" | "raw";

export type EncodedBody = { text: string; type: string } | { problem: string } | null;

/** A body as text with its content type; null when there is none. */
export function encodeBody(body: unknown, type: BodyType): EncodedBody {
  if (body === undefined || body === null) return null;
  if (type === "raw") return { text: textOf(body), type: "text/plain; charset=utf-8" };
  if (type === "json") return { text: jsonOf(body), type: "application/json" };
  const pairs = pairsOf(body);
  if (!pairs) return { problem: "must be names with values to be sent as a form." };
  return { text: new URLSearchParams(pairs).toString(), type: "application/x-www-form-urlencoded" };
}

/** A text that is an object or list in JSON already is sent as it is; whoever wrote it means that. */
function jsonOf(body: unknown): string {
  if (typeof body === "string" && /^\s*[[{]/.test(body) && isJson(body)) return body;
  return JSON.stringify(body);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Names with values as pairs; a list repeats its name, and what is nothing is left out. Null for anything else. */
export function pairsOf(value: unknown): [string, string][] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.entries(value).flatMap(([name, member]) =>
    (Array.isArray(member) ? member : [member])
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => [name, textOf(one)]),
  );
}

export function textOf(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
}
