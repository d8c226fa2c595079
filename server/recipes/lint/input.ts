import type { z } from "zod";
import type { Problem } from "~/server/recipes/definition";
import { isTemplate } from "~/server/recipes/liquid";
import { problem } from "./place";
import { type Finding, flattenIssues, writtenPath } from "./schema";
import { pathsIn } from "./value-path";

/** Literal values are checked now; what a template will fill in can only be checked when it runs. */
export function lintInput(input: Record<string, unknown>, schema: z.ZodObject, path: string): Problem[] {
  const open = new Set<string>();
  let checked = schema.safeParse(input);
  let rest: unknown = input;
  // A templated value that does not fit is taken out, so that checks across several fields still happen.
  for (let found = templated(rest, checked); found.length > 0; found = templated(rest, checked)) {
    for (const one of found) open.add(one);
    rest = without(rest, open);
    checked = schema.safeParse(rest);
  }
  if (checked.success) return [];
  const places = pathsIn(input);
  return flattenIssues(checked.error)
    .filter(({ path: at }) => !open.has(at))
    .map((finding) => inputProblem(finding, path, isBlank(places.get(finding.path))));
}

/** Those of some places that an action cannot do without. A list's member is left out when it is missing. */
export function requiredAmong(
  paths: ReadonlySet<string>,
  input: Record<string, unknown>,
  schema: z.ZodObject,
): ReadonlySet<string> {
  const checked = paths.size > 0 ? schema.safeParse(without(input, paths)) : null;
  if (!checked || checked.success) return new Set();
  const lacking = flattenIssues(checked.error).map(({ path }) => path);
  return new Set(lacking.filter((path) => paths.has(path) && !path.endsWith("]")));
}

function inputProblem({ path: at, message, isOfValue }: Finding, path: string, isEmpty: boolean): Problem {
  const here = at ? `${path}.${at}` : path;
  if (at && isEmpty && isOfValue) return problem(here, `${at} is required.`, "Fill in this field.");
  return problem(here, at ? `${at}: ${message}` : message, "Correct this value.");
}

type Checked = ReturnType<z.ZodObject["safeParse"]>;

/** The places where the schema complains about a value that holds a template. */
function templated(input: unknown, checked: Checked): string[] {
  if (checked.success) return [];
  const places = pathsIn(input);
  return flattenIssues(checked.error)
    .map(({ path }) => path)
    .filter(
      (path) => path !== "" && typeof places.get(path) === "string" && isTemplate(`${places.get(path)}`),
    );
}

function without(value: unknown, open: ReadonlySet<string>, path: PropertyKey[] = []): unknown {
  if (typeof value !== "object" || value === null) return value;
  const isOpen = (key: PropertyKey) => open.has(writtenPath([...path, key]));
  // A list keeps its length, so that the paths of its other members stay true.
  if (Array.isArray(value))
    return value.map((member, index) =>
      isOpen(index) ? undefined : without(member, open, [...path, index]),
    );
  const kept = Object.entries(value).filter(([key]) => !isOpen(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, without(member, open, [...path, key])]));
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
