import { Definition, type Problem } from "./definition";
import { lintCircle } from "./lint/circle";
import { type LintEnvironment, type LintPlace, problem } from "./lint/place";
import { lintRefetch, readsAgain, withReceived } from "./lint/refetch";
import { flattenIssues } from "./lint/schema";
import { lintSettings } from "./lint/settings";
import { lintStepIds } from "./lint/step-ids";
import { lintSteps } from "./lint/steps";
import { isTooDeep, MAX_DEPTH } from "./lint/too-deep";
import { lintTrigger } from "./lint/trigger";
import { triggerFields } from "./lint/trigger-field";
import { lintUnused } from "./lint/unused";
import { allSteps } from "./step-tree";
import { stripeEventsOf } from "./trigger";

export type { LintConnection, LintEnvironment } from "./lint/place";

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

function lintDefinition(definition: Definition, environment: LintEnvironment): Problem[] {
  const { trigger, steps } = definition;
  const all = allSteps(steps).map(({ step }) => step.id);
  const table = readsAgain(trigger) ? withReceived(environment.fields) : environment.fields;
  const fields = triggerFields(stripeEventsOf(trigger), table);
  const place: LintPlace = {
    path: "steps",
    known: new Map(),
    all,
    trigger: fields,
    triggerConnection: trigger.connection,
    assured: [],
  };
  return [
    ...lintTrigger(trigger, environment),
    ...lintRefetch(definition),
    ...lintSettings(definition),
    ...(steps.length === 0 ? [problem("steps", "This recipe does nothing yet.", "Add a step.")] : []),
    ...lintStepIds(steps),
    ...lintSteps(steps, place, environment),
    ...lintUnused(steps),
    ...lintCircle({ trigger, steps }, place, environment),
  ];
}

/** A part of the wrong shape, as every door says it. */
export function shapeProblem({ path, message }: { path: string; message: string }): Problem {
  const fix = "Correct this part; the OpenAPI document at /api/v1/openapi.json shows the shape.";
  return problem(path, path ? `${path}: ${message}` : message, fix);
}
