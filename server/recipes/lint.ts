import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { type Condition, Definition, type Problem, type Step } from "./definition";
import { lintAction } from "./lint-action";
import { flattenIssues } from "./lint-schema";
import { lintTemplates } from "./lint-templates";
import { getOperator } from "./operators";

export interface LintEnvironment {
  connections: readonly { id: string; app: string; status: string }[];
}

/** Where a check stands: its place in the definition and the steps whose output exists there. */
export interface LintPlace {
  path: string;
  known: readonly string[];
}

const KNOWN_TYPES = new Set(["*", ...STRIPE_EVENT_TYPES.map(({ type }) => type)]);

/**
 * Everything that is wrong with a definition: where, how bad, in plain words, and what would mend it. Total: any JSON is
 * an answer, never an exception. Publishing refuses what has an error here.
 */
export function lint(definition: unknown, environment: LintEnvironment): Problem[] {
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) {
    return flattenIssues(parsed.error).map(({ path, message }) => ({
      path,
      severity: "error",
      message: `${path || "The definition"}: ${message}`,
      fix: "Correct this part; the catalog and the OpenAPI document show the shape.",
    }));
  }
  const { trigger, steps } = parsed.data;
  return [
    ...lintConnection("trigger.connection", trigger.connection, "stripe", environment),
    ...lintEvents(trigger.config.events),
    ...(steps.length === 0 ? [problem("steps", "This recipe does nothing yet.", "Add a step.")] : []),
    ...duplicateIds(steps),
    ...lintSteps(steps, "steps", [], environment),
  ];
}

/** An error-level problem. */
export function problem(path: string, message: string, fix: string): Problem {
  return { path, severity: "error", message, fix };
}

/** Checks that a place has a connection of the right app in this workspace. */
export function lintConnection(
  path: string,
  id: string | null | undefined,
  app: string,
  { connections }: LintEnvironment,
): Problem[] {
  const name = app === "stripe" ? "Stripe" : "Customer.io";
  if (!id) return [problem(path, `No ${name} connection is chosen.`, `Choose a ${name} connection.`)];
  const found = connections.find((connection) => connection.id === id);
  if (!found)
    return [
      problem(path, "This connection does not exist in the workspace.", `Choose a ${name} connection.`),
    ];
  if (found.app !== app)
    return [problem(path, `This is not a ${name} connection.`, `Choose a ${name} connection.`)];
  if (found.status !== "failing") return [];
  return [
    {
      path,
      severity: "warning",
      message: "The last check of this connection failed.",
      fix: "Check the connection's keys.",
    },
  ];
}

function lintEvents(events: readonly string[]): Problem[] {
  const path = "trigger.config.events";
  if (events.length === 0)
    return [problem(path, "No event starts this recipe.", "Choose at least one event type.")];
  return events.flatMap((type, index) => {
    if (KNOWN_TYPES.has(type)) return [];
    const near = STRIPE_EVENT_TYPES.find((known) => known.type.includes(type) || type.includes(known.type));
    return [
      problem(
        `${path}[${index}]`,
        `Stripe sends no event "${type}".`,
        near ? `Did you mean ${near.type}?` : "Choose a type from the list.",
      ),
    ];
  });
}

function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) =>
    step.kind === "branch"
      ? [step, ...step.paths.flatMap((arm) => allSteps(arm.steps)), ...allSteps(step.otherwise ?? [])]
      : [step],
  );
}

function duplicateIds(steps: readonly Step[]): Problem[] {
  const ids = allSteps(steps).map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return twice.map((id) => problem("steps", `Two steps are called "${id}".`, "Give each step its own name."));
}

function lintSteps(
  steps: readonly Step[],
  path: string,
  before: readonly string[],
  environment: LintEnvironment,
): Problem[] {
  const known = [...before];
  return steps.flatMap((step, index) => {
    const found = lintStep(step, { path: `${path}[${index}]`, known: [...known] }, environment);
    if (step.kind === "action") known.push(step.id);
    return found;
  });
}

function lintStep(step: Step, place: LintPlace, environment: LintEnvironment): Problem[] {
  if (step.kind === "action") return lintAction(step, place, environment);
  if (step.kind === "filter") return lintCondition(step.when, { ...place, path: `${place.path}.when` });
  const arms = step.paths.flatMap((arm, index) => {
    const path = `${place.path}.paths[${index}]`;
    return [
      ...lintCondition(arm.when, { ...place, path: `${path}.when` }),
      ...lintSteps(arm.steps, `${path}.steps`, place.known, environment),
    ];
  });
  return [...arms, ...lintSteps(step.otherwise ?? [], `${place.path}.otherwise`, place.known, environment)];
}

function lintCondition(condition: Condition, place: LintPlace): Problem[] {
  if ("all" in condition)
    return condition.all.flatMap((part, i) =>
      lintCondition(part, { ...place, path: `${place.path}.all[${i}]` }),
    );
  if ("any" in condition)
    return condition.any.flatMap((part, i) =>
      lintCondition(part, { ...place, path: `${place.path}.any[${i}]` }),
    );
  if ("not" in condition) return lintCondition(condition.not, { ...place, path: `${place.path}.not` });
  const operator = getOperator(condition.op);
  const templated = typeof condition.right === "string" && condition.right.includes("{{");
  const wrong = templated ? null : (operator?.validate(condition.right) ?? null);
  return [
    ...(wrong
      ? [problem(`${place.path}.right`, String(wrong), "Enter a value that fits the comparison.")]
      : []),
    ...lintTemplates(condition.left, { ...place, path: `${place.path}.left` }),
    ...lintTemplates(condition.right, { ...place, path: `${place.path}.right` }),
  ];
}
