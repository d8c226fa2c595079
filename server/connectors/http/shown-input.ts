import { hideDeep, hideHeaders, hideText, hideUrl, isSecretName } from "~/server/connectors/hide";

/** A step's request as the log keeps it: what by its name is a secret is not shown, whatever the templates brought. */
export function shownInput(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const { url, query, headers, ...rest } = given as Record<string, unknown>;
  return {
    ...(hideDeep(rest) as object),
    ...(url === undefined ? {} : { url: typeof url === "string" ? hideUrl(url) : hideDeep(url) }),
    ...(query === undefined ? {} : { query: shownQuery(query) }),
    ...(headers === undefined ? {} : { headers: shownHeaders(headers) }),
  };
}

function shownQuery(query: unknown): unknown {
  if (typeof query !== "object" || query === null || Array.isArray(query)) return hideDeep(query);
  const shown = Object.entries(query).map(([name, value]) => [
    name,
    isSecretName(name) ? "***" : hideDeep(value),
  ]);
  return Object.fromEntries(shown);
}

function shownHeaders(headers: unknown): unknown {
  if (typeof headers !== "object" || headers === null || Array.isArray(headers)) return hideDeep(headers);
  const pairs = Object.entries(headers).map(
    ([name, value]) =>
      [name, typeof value === "string" ? value : hideText(JSON.stringify(value) ?? "")] as const,
  );
  return hideHeaders(pairs, { headers: [], values: [] });
}
