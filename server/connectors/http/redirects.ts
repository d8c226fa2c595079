import { ConnectorFailure } from "~/server/connectors/errors";
import { hideUrl, isSecretName } from "~/server/connectors/hide";
import type { HttpAnswer } from "./answer";
import type { HttpRequest } from "./request";
import { readUrl } from "./url";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
export const MOST_HOPS = 5;

/** Where an answer sends to, as it stands there; null when it does not. */
export function locationOf({ status, headers }: HttpAnswer): string | null {
  return REDIRECTS.has(status) ? (headers.location ?? null) : null;
}

/**
 * The next request of a redirect; null when it is not followed, because that would send a body somewhere else or do the
 * same a second time. Throws `ConnectorFailure` for an address that no step could call either.
 */
export function nextHop(request: HttpRequest, answer: HttpAnswer): HttpRequest | null {
  const location = locationOf(answer);
  if (location === null) return null;
  const url = target(location, request.url);
  const staysHere = url.origin === request.url.origin;
  const headers = staysHere ? request.headers : withoutSecrets(request.headers);
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (answer.status === 303 || (isRead && !staysHere))
    return { method: isRead ? request.method : "GET", url, headers: withoutContent(headers), body: null };
  if (isRead || (staysHere && answer.status >= 307)) return { ...request, url, headers };
  return null;
}

function target(location: string, from: URL): URL {
  const absolute = URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
  // The address as it was sent is judged too: what a parser quietly repairs is no address of ours.
  const url = /[\p{Cc}\\]/u.test(location) ? "must hold no line break and no backslash." : readUrl(absolute);
  if (typeof url !== "string") return url;
  const message = `${from.host} redirects to ${hideUrl(location).slice(0, 200)}. That address ${url}`;
  throw new ConnectorFailure({ kind: "refused", message, requestMayHaveArrived: true });
}

function withoutSecrets(headers: HttpRequest["headers"]): HttpRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isSecretName(name)));
}

function withoutContent(headers: HttpRequest["headers"]): HttpRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("content-")));
}
