const SECRET_HEADERS = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"]);
const KEYS = /\b((?:sk|rk)_(?:live_|test_)?|whsec_)[A-Za-z0-9_]{4,}/g;
const CLIENT_SECRETS = /(_secret_)[A-Za-z0-9]{4,}/g;
const HIDDEN = "***";

/** Hides vendor keys and secrets inside any text. */
export function maskText(text: string): string {
  return text.replace(KEYS, `$1${HIDDEN}`).replace(CLIENT_SECRETS, `$1${HIDDEN}`);
}

/** Hides them in any JSON; returns a copy. */
export function maskDeep(value: unknown): unknown {
  if (typeof value === "string") return maskText(value);
  if (Array.isArray(value)) return value.map(maskDeep);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskDeep(member)]));
}

/** Lower-cased headers without secrets; what remains of `authorization` is its scheme. */
export function maskHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
  const masked = [...headers].map(([name, value]) => {
    const lower = name.toLowerCase();
    if (!SECRET_HEADERS.has(lower)) return [lower, maskText(value)];
    return [lower, lower === "authorization" ? `${value.split(" ")[0]} ${HIDDEN}` : HIDDEN];
  });
  return Object.fromEntries(masked);
}
