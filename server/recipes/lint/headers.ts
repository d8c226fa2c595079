import type { Problem } from "~/server/recipes/definition";
import { at, type LintPlace, problem, warning } from "./place";
import { holdsTemplate } from "./templates";

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const SECRET = /^(authorization|proxy-authorization|x-api-key|api-key)$/i;
/** The connection itself writes these. */
const OWN = /^(host|content-length|transfer-encoding|connection)$/i;

/** Headers that can be written, and no secrets among them: a recipe is exported and shared. */
export function lintHeaders(
  headers: Record<string, unknown> | undefined,
  place: LintPlace,
  hasConnection: boolean,
): Problem[] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) => {
    const { path } = at(place, name);
    if (!NAME.test(name))
      return [
        problem(path, `"${name}" is no name for a header.`, "Use letters, digits and -, like X-Order."),
      ];
    if (typeof value === "object" && value !== null)
      return [problem(path, "A header is one text.", "Write it as a text.")];
    if (typeof value === "string" && /[\r\n\0]/.test(value))
      return [problem(path, "A header has one line.", "Remove the line breaks.")];
    if (OWN.test(name))
      return [warning(path, `${name} is written by Billhook itself.`, "Remove this header.")];
    if (!SECRET.test(name) || holdsTemplate(value) || hasConnection) return [];
    const fix = "Keep it in an HTTP connection instead, and choose that here.";
    return [warning(path, "Whoever sees this recipe sees this secret.", fix)];
  });
}
