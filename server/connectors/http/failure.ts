import { ConnectorFailure, parseRetryAfter } from "~/server/connectors/errors";
import { hideUrl } from "~/server/connectors/hide";
import { maskText } from "~/server/connectors/mask";
import type { HttpAnswer } from "./answer";
import { locationOf } from "./redirects";

const MOST_QUOTED = 300;

const REMEDIES: Record<number, string | undefined> = {
  401: "The API did not accept the credentials. Choose this step's connection, or replace its keys, then run this again.",
  403: "The credentials may not do this. Give them the permission in the API, then run this again.",
  404: "There is nothing at this address. Check the address of the step and the values in it.",
  405: "The API does not take this method here. Choose another one in the step and publish again.",
};
const OTHERWISE = "Compare the request with the answer, mend the step and publish again.";
const THEIRS = "The API had a fault. Run this again when it is over.";

/**
 * What an answer that is no success means for the step: facts that the retry policy decides by, and the API's own words.
 * Null for a success.
 */
export function failureOf(
  answer: HttpAnswer,
  { url, method }: { url: URL; method: string },
): ConnectorFailure | null {
  const { status, headers } = answer;
  const location = locationOf(answer);
  if (location !== null) return notFollowed(status, location, { url, method });
  if (status < 400) return null;
  const said = quote(answer);
  const retryAfterMs = parseRetryAfter(headers["retry-after"], Date.now());
  const remedy = REMEDIES[status] ?? (status >= 500 ? THEIRS : OTHERWISE);
  return new ConnectorFailure({
    kind: "http",
    status,
    code: `http_${status}`,
    message: `${url.host} answered ${status}${said ? `: ${said}` : "."}`,
    ...(status === 429 ? {} : { remedy }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    requestMayHaveArrived: true,
  });
}

function notFollowed(status: number, location: string, { url, method }: { url: URL; method: string }) {
  const to = hideUrl(location).slice(0, 200);
  return new ConnectorFailure({
    kind: "http",
    status,
    code: "redirect_not_followed",
    message: `${url.host} answered ${status} and sends to ${to}. A ${method} is not repeated at another address.`,
    remedy: "Put the address that it sends to into this step, or accept any answer.",
    requestMayHaveArrived: true,
  });
}

/** The API's own explanation, short; nothing of a page made for people. */
function quote({ body, headers }: HttpAnswer): string {
  if (/html/i.test(headers["content-type"] ?? "")) return "";
  const text =
    typeof body === "string" ? body : (spokenIn(body) ?? (body === null ? "" : JSON.stringify(body)));
  const line = maskText(text).replace(/\s+/g, " ").trim();
  return line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line;
}

const SPOKEN = ["message", "detail", "error_description", "error", "errors", "title", "reason"];

/** The sentence in an error of any of the usual shapes. */
function spokenIn(body: unknown, depth = 0): string | undefined {
  if (typeof body === "string") return body || undefined;
  if (typeof body !== "object" || body === null || depth > 3) return undefined;
  if (Array.isArray(body)) return spokenIn(body[0], depth + 1);
  for (const name of SPOKEN) {
    const found = spokenIn((body as Record<string, unknown>)[name], depth + 1);
    if (found) return found;
  }
  return undefined;
}
