import { maskText } from "./mask";

/** Secrets of one call that no pattern of ours knows. */
export interface Hidden {
  /** Lower-cased names of headers whose value is one. */
  headers: readonly string[];
  /** The secrets themselves, wherever they turn up. */
  values: readonly string[];
}

const HIDDEN = "***";
/** What is shorter stands in half of all texts; hiding it would only make the log unreadable. */
export const SHORTEST = 6;
const DEEPEST = 100;

const SECRET_NAME =
  /(^|[-_.[])(auth|authorization|authentication|bearer|cookie2?|credentials?|jwt|key|apikey|pass|passwd|password|passphrase|pwd|secret|session|sid|sig|signature|token|accesstoken|authtoken)($|[-_.\]])/;
const SECRET_FIELD =
  /^(access|refresh|id|auth|bearer|session)[-_]?token$|^client[-_]?(secret|assertion)$|^(api|private|secret)[-_]?key$|^(password|passwd|pwd|secret|authorization)$/;

const spread = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();

/** Whether a header or query parameter is, by its name, a secret. */
export function isSecretName(name: string): boolean {
  const plain = spread(name);
  return plain !== "idempotency-key" && SECRET_NAME.test(plain);
}

/** Vendor keys and the given secrets inside any text, also as they stand in an address. */
export function hideText(text: string, values: readonly string[] = []): string {
  return maskText(replaceValues(text, values));
}

function replaceValues(text: string, values: readonly string[]): string {
  const forms = values
    .filter((value) => value.length >= SHORTEST)
    .flatMap((value) => [
      value,
      encodeURIComponent(value),
      new URLSearchParams({ value }).toString().slice(6),
    ]);
  return forms.reduce((left, form) => left.replaceAll(form, HIDDEN), text);
}

/** A copy of any JSON without the given secrets; nothing else in it changes. */
export function withoutValues(value: unknown, values: readonly string[]): unknown {
  if (typeof value === "string") return replaceValues(value, values);
  if (Array.isArray(value)) return value.map((member) => withoutValues(member, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutValues(member, values)]),
  );
}

/** The same in any JSON, and whatever its name makes a secret; returns a copy. */
export function hideDeep(value: unknown, values: readonly string[] = [], depth = 0): unknown {
  if (typeof value === "string") return hideText(value, values);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "(nested too deeply to show)";
  if (Array.isArray(value)) return value.map((member) => hideDeep(member, values, depth + 1));
  const entries = Object.entries(value).map(([key, member]) => {
    const isSecret = typeof member === "string" && member !== "" && SECRET_FIELD.test(spread(key));
    return [key, isSecret ? HIDDEN : hideDeep(member, values, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** An address without the values of query parameters that are, by their names, secrets. */
export function hideUrl(url: string, values: readonly string[] = []): string {
  const [address = "", query, ...rest] = hideText(url, values).split("?");
  if (query === undefined) return address;
  const shown = [query, ...rest].join("?").split("&").map(hideParameter);
  return `${address}?${shown.join("&")}`;
}

function hideParameter(parameter: string): string {
  const [name = ""] = parameter.split("=", 1);
  return isSecretName(decoded(name)) ? `${name}=${HIDDEN}` : parameter;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Lower-cased headers without secrets: the named ones, and those whose name says so. */
export function hideHeaders(
  headers: Iterable<readonly [string, string]>,
  { headers: secret, values }: Hidden,
): Record<string, string> {
  const shown = [...headers].map(([name, value]) => {
    const lower = name.toLowerCase();
    const isSecret = secret.includes(lower) || lower === "set-cookie" || isSecretName(lower);
    if (!isSecret) return [lower, hideText(value, values)];
    const scheme = lower === "authorization" ? /^(Basic|Bearer|Digest) /i.exec(value)?.[0] : undefined;
    return [lower, `${scheme ?? ""}${HIDDEN}`];
  });
  return Object.fromEntries(shown);
}
