import { Definition, type Problem } from "./definition";
import { type LintEnvironment, problem } from "./lint/place";
import { flattenIssues } from "./lint/schema";
import { lintStepIds, placedSteps } from "./lint/step-ids";
import { lintSteps } from "./lint/steps";
import { lintTrigger } from "./lint/trigger";
import { triggerFields } from "./lint/trigger-field";
import { stripeEventsOf } from "./trigger";

export type { LintEnvironment } from "./lint/place";

/** Deeper than anything a person builds; it keeps every check's recursion small. */
const MAX_DEPTH = 60;

/**
 * Everything that is wrong with a definition: where, how bad, in plain words, and what would mend it. Total: any JSON is
 * an answer, never an exception. Publishing refuses what has an error here.
 */
export function lint(definition: unknown, environment: LintEnvironment): Problem[] {
  if (isTooDeep(definition))
    return [problem("", `The definition is nested deeper than ${MAX_DEPTH} levels.`, "Make it flatter.")];
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) return flattenIssues(parsed.error).map(shapeProblem);
  return lintDefinition(parsed.data, environment);
}

function lintDefinition({ trigger, steps }: Definition, environment: LintEnvironment): Problem[] {
  const placed = placedSteps(steps);
  const all = placed.map(({ id }) => id);
  const fields = triggerFields(stripeEventsOf(trigger), environment.fields);
  return [
    ...lintTrigger(trigger, environment),
    ...(steps.length === 0 ? [problem("steps", "This recipe does nothing yet.", "Add a step.")] : []),
    ...lintStepIds(placed),
    ...lintSteps(steps, { path: "steps", known: [], all, trigger: fields, assured: [] }, environment),
  ];
}

/** A part of the wrong shape, as every door says it. */
export function shapeProblem({ path, message }: { path: string; message: string }): Problem {
  const fix = "Correct this part; the OpenAPI document at /api/v1/openapi.json shows the shape.";
  return problem(path, path ? `${path}: ${message}` : message, fix);
}

/** Walks without recursion, so that no depth can break it. */
export function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((node) => (typeof node === "object" && node !== null ? Object.values(node) : []));
  }
  return false;
}
