import type { CapturedRequest } from "~/server/services/run/schemas";

/** curl works these out by itself. */
const OWN = new Set([
  "host",
  "content-length",
  "connection",
  "accept-encoding",
  "transfer-encoding",
  "user-agent",
]);
const MASK = "***";

/** The request as a shell command. What was masked becomes a variable, named in the first lines. */
export function curlOf({
  method,
  url,
  headers,
  body,
}: Pick<CapturedRequest, "method" | "url" | "headers" | "body">): string {
  const secrets = new Set<string>();
  const type = headers["content-type"] ?? "";
  const parts = [`curl -X ${method} ${quote(url, "SECRET", secrets)}`];
  for (const [name, value] of Object.entries(headers)) {
    if (OWN.has(name) || isSdkNote(name)) continue;
    parts.push(`-H ${quote(`${name}: ${value}`, variableOf(name, url, value), secrets)}`);
  }
  for (const line of bodyOf(body, type)) parts.push(`${line.flag} ${quote(line.text, "SECRET", secrets)}`);
  const named = [...secrets].map((name) => `${name}='…' # put it in here`);
  return [...named, parts.join(" \\\n  ")].join("\n");
}

const isSdkNote = (name: string) => name.startsWith("x-stripe-client") || name === "x-client";

/** Basic credentials are base64 of `name:password`; which, only the vendor's page says. */
function variableOf(header: string, url: string, value: string): string {
  if (header !== "authorization") return header.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");
  if (value.startsWith("Basic")) return "BASE64_CREDENTIALS";
  return url.includes("stripe") ? "STRIPE_KEY" : "API_KEY";
}

function bodyOf(body: unknown, type: string): { flag: string; text: string }[] {
  if (body === null || body === undefined || body === "") return [];
  if (typeof body === "string") return [{ flag: "--data-raw", text: body }];
  const isForm = type.includes("x-www-form-urlencoded") && typeof body === "object";
  if (!isForm) return [{ flag: "--data-raw", text: JSON.stringify(body) }];
  return Object.entries(body).map(([name, value]) => ({
    flag: "--data-urlencode",
    text: `${name}=${String(value)}`,
  }));
}

/** In single quotes a shell takes everything as it stands; a variable needs them closed for a moment. */
function quote(text: string, variable: string, secrets: Set<string>): string {
  const plain = text.replaceAll("'", `'\\''`);
  if (!plain.includes(MASK)) return `'${plain}'`;
  secrets.add(variable);
  return `'${plain.replaceAll(MASK, `'"$${variable}"'`)}'`;
}
