import { AppError } from "~/server/errors";
import { type BodyType, encodeBody, pairsOf, textOf } from "./body";
import { headerProblem } from "./header-rules";
import { readUrl } from "./url";

/** What a step says, templates filled in; nothing of it is checked yet. */
export interface GivenRequest {
  method: string;
  url?: unknown;
  query?: unknown;
  headers?: unknown;
  bodyType?: BodyType | undefined;
  body?: unknown;
}

/** A request as it goes out, but for what a connection adds. Names of headers are lower-cased. */
export interface HttpRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: string | null;
}

const invalid = (field: string, why: string) => new AppError("invalid_input", `${field}: ${why}`, { field });

/** Checks and builds one request. Throws `invalid_input`, naming the field. */
export function buildRequest(given: GivenRequest): HttpRequest {
  const { method, bodyType = "json" } = given;
  if (["CONNECT", "TRACE", "TRACK"].includes(method)) throw invalid("method", `${method} is not allowed.`);
  const url = urlOf(given);
  const headers = headersOf(given.headers);
  const body = encodeBody(given.body, bodyType);
  if (typeof body === "string" || body === null) return { method, url, headers: withDefaults(headers), body };
  if ("problem" in body) throw invalid("body", body.problem);
  return { method, url, headers: withDefaults({ "content-type": body.type, ...headers }), body: body.text };
}

const withDefaults = (headers: Record<string, string>) => ({
  accept: "application/json, text/*;q=0.9, */*;q=0.8",
  "user-agent": "Billhook",
  ...headers,
});

function urlOf({ url, query }: GivenRequest): URL {
  if (typeof url !== "string" || url.trim() === "")
    throw invalid("url", url === undefined ? "the event has no such value." : "must be an address.");
  const parsed = readUrl(url);
  if (typeof parsed === "string") throw invalid("url", parsed);
  const pairs = query === undefined || query === null ? [] : pairsOf(query);
  if (!pairs) throw invalid("query", "must be names with values.");
  if (pairs.length > 0) {
    const added = new URLSearchParams(pairs).toString();
    parsed.search = parsed.search ? `${parsed.search}&${added}` : added;
  }
  return parsed;
}

function headersOf(given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {};
  if (typeof given !== "object" || Array.isArray(given))
    throw invalid("headers", "must be names with values.");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const text = (Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value)).trim();
    const problem = headerProblem(name, text);
    if (problem) throw invalid(`headers.${name.slice(0, 100)}`, problem);
    headers[name.toLowerCase()] = text;
  }
  return headers;
}
