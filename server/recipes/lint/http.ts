import { isAllowedAddress, isName } from "~/server/connectors/address-guard";
import type { HttpStep, Problem } from "~/server/recipes/definition";
import { timeAfter } from "~/server/recipes/filters/time";
import { isTemplate } from "~/server/recipes/liquid";
import { lintFallbacks } from "./action";
import { lintConnection } from "./connection";
import { lintHeaders } from "./headers";
import { lintMissingTexts } from "./missing";
import { at, type LintEnvironment, type LintPlace, problem, warning } from "./place";
import { remove, setTo } from "./repairs";
import { holdsTemplate, lintTemplates } from "./templates";

/** One request: an address that can be reached, and a body, headers and timeout that can be sent. */
export function lintHttp(step: HttpStep, place: LintPlace, environment: LintEnvironment): Problem[] {
  const { url, query, headers, body, connection } = step;
  const parts = { url, query, headers, body };
  return [
    ...lintTemplates(parts, place),
    ...lintUrl(url, at(place, "url").path, environment),
    ...lintHeaders(headers, at(place, "headers"), Boolean(connection)),
    ...lintBody(step, place),
    ...lintTimeout(step.timeout, at(place, "timeout").path),
    ...(connection ? lintConnection(at(place, "connection").path, connection, "http", environment) : []),
    ...lintMissingTexts(step, { url }, place),
    ...lintFallbacks(step, parts, place),
  ];
}

/** Names are looked up when the step runs; these never lead out of the house. */
const INWARD = /(^|\.)(localhost|local|internal|intranet|home\.arpa)$/;

function lintUrl(url: string, path: string, { allowLoopback = false }: LintEnvironment): Problem[] {
  const fix = "Write the whole address, like https://example.com/orders.";
  if (url.trim() === "") return [problem(path, "No address is given.", fix)];
  const [before = ""] = url.split(/\{[{%]/);
  if (isTemplate(url) && !/^https?:\/\/[^/?#]+[/?#]/i.test(before))
    return before === "" || /^https?:\/\/[^/?#]*$/i.test(before)
      ? []
      : [problem(path, "This address does not begin with http:// or https://.", fix)];
  const address = isTemplate(url) ? before : url;
  if (!/^https?:/i.test(address) || !URL.canParse(address))
    return [problem(path, "This is no whole web address.", fix)];
  const parsed = new URL(address);
  const host = parsed.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const isInward = isName(host) ? INWARD.test(host) : !isAllowedAddress(host, allowLoopback);
  if (!isInward || (allowLoopback && host === "localhost")) return [];
  return [
    problem(
      path,
      `${host} is not on the public internet, and Billhook calls nothing else.`,
      "Use a public address.",
    ),
  ];
}

const BODILESS = new Set(["GET", "HEAD"]);

function lintBody({ method, bodyType, body }: HttpStep, place: LintPlace): Problem[] {
  const path = at(place, "body").path;
  if (body === undefined) return bodyType === undefined ? [] : [idleType(at(place, "bodyType").path)];
  if (BODILESS.has(method))
    return [
      warning(
        path,
        `Most servers do not read the body of a ${method} request.`,
        "Choose POST, or use the query.",
      ),
    ];
  if (bodyType === "raw" && typeof body !== "string")
    return [
      problem(path, "A body that is sent as it is must be a text.", "Write it as a text, or choose JSON."),
    ];
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  if (bodyType === "form" && !isObject && !holdsTemplate(body))
    return [problem(path, "A form is made of names and values.", "Give names and values, or choose JSON.")];
  return [];
}

function idleType(path: string): Problem {
  const message = "There is no body, so that nothing is sent in this way.";
  return warning(path, message, "Add a body, or remove this.", remove("Remove it", path));
}

const LONGEST_MS = 2 * 60_000;

function lintTimeout(timeout: string | undefined, path: string): Problem[] {
  if (timeout === undefined) return [];
  const ms = timeAfter(0, timeout);
  if (ms !== null && ms > 0 && ms <= LONGEST_MS) return [];
  const message = ms === null ? `"${timeout}" is no duration.` : "A request may take two minutes at most.";
  return [
    problem(
      path,
      message,
      "Write one like PT30S for thirty seconds.",
      setTo("Use two minutes", path, "PT2M"),
    ),
  ];
}
