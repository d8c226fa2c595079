import type { z } from "zod";
import { getAction } from "~/server/connectors/catalog";
import type { Action } from "~/server/connectors/define";
import type { ActionStep } from "~/server/recipes/definition";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";
import { POLICY } from "./limits";
import type { Scope } from "./run-recipe";

export interface PreparedInput {
  action: Action;
  input: Record<string, unknown>;
}

export interface RefusedInput {
  input: unknown;
  error: ErrorView;
}

/** Fills in a step's templates and checks the result against its action. Total: what is wrong comes back as an error. */
export function prepareInput(step: ActionStep, scope: Scope): PreparedInput | RefusedInput {
  const action = getAction(step.action);
  if (!action) return refused(step.input, UNKNOWN_ACTION(step.action));
  let resolved: ReturnType<typeof resolve>;
  try {
    resolved = resolve(step.input, scope, { onMissing: step.onMissing ?? {} });
  } catch (error) {
    return refused(step.input, templateError(error));
  }
  const { value, missing } = resolved;
  const parsed = action.input.safeParse(value);
  if (!parsed.success) return refused(value, invalidInput(parsed.error, missing));
  if (JSON.stringify(parsed.data).length > POLICY.largestInput) return refused(step.input, TOO_LARGE);
  return { action, input: parsed.data };
}

const refused = (input: unknown, error: ErrorView): RefusedInput => ({ input, error });

const UNKNOWN_ACTION = (id: string): ErrorView => ({
  code: "unknown_action",
  message: `There is no action "${id}".`,
  remedy: "Choose another action and publish again.",
});

const TOO_LARGE: ErrorView = {
  code: "input_too_large",
  message: "The values of this step come to more than 1 MB.",
  remedy: "Pick the fields you need instead of whole objects, and publish again.",
};

/** What the recipe's author wrote cannot be evaluated; trying again would not change that. */
export function templateError(error: unknown): ErrorView {
  return {
    code: "template",
    message: error instanceof Error ? error.message : String(error),
    remedy: "Mend the template in this step and publish again.",
  };
}

function invalidInput(error: z.ZodError, missing: readonly string[]): ErrorView {
  const issues = error.issues.map((issue) => {
    const path = issue.path.join(".");
    return missing.includes(path)
      ? `${path}: the event has no such value`
      : `${path || "input"}: ${issue.message}`;
  });
  return {
    code: "invalid_input",
    message: issues.join("; "),
    remedy: "Add a fallback for the missing value, or a filter before this step.",
  };
}
