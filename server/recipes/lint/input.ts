import type { z } from "zod";
import type { Problem, Repair } from "~/server/recipes/definition";
import { isBlank } from "~/server/recipes/operands";
import { findingsIn, valuesByPath } from "./findings";
import { problem } from "./place";
import type { Finding } from "./schema";
import { unknownKeyRepair } from "./unknown-key";

const MOST_UNKNOWN = 3;

/** Literal values are checked now; what a template will fill in can only be checked when it runs. */
export function lintInput(input: Record<string, unknown>, schema: z.ZodObject, path: string): Problem[] {
  const places = valuesByPath(input);
  const found = findingsIn(input, schema);
  // Each repair is tried out; where nearly nothing fits, that is another action's input.
  const isOdd = found.filter(({ isUnknown }) => isUnknown).length > MOST_UNKNOWN;
  return found.map((finding) => {
    const repair =
      finding.isUnknown && !isOdd ? unknownKeyRepair(input, schema, finding.path, path, found) : undefined;
    return inputProblem(finding, path, isBlank(places.get(finding.path)), repair);
  });
}

function inputProblem(
  { path: at, message, isOfValue, isUnknown }: Finding,
  path: string,
  isEmpty: boolean,
  repair: Repair | undefined,
): Problem {
  const here = at.startsWith("[") || at === "" ? path + at : `${path}.${at}`;
  if (at && isEmpty && isOfValue && !isUnknown)
    return problem(here, `${at} is required.`, "Fill in this field.");
  const fix = repair ? `${repair.label}?` : "Correct this value.";
  return problem(here, at ? `${at}: ${message}` : message, fix, repair);
}
