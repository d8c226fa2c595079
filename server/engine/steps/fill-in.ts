import { POLICY } from "~/server/engine/limits";
import type { Scope } from "~/server/engine/walk";
import type { CallingStep } from "~/server/recipes/definition";
import { isLongerThan } from "~/server/recipes/json-length";
import { resolve } from "~/server/recipes/values";
import type { ErrorView } from "~/server/services/run/schemas";

export type FilledIn =
  | { value: unknown; missing: readonly string[] }
  /** Why the step fails for good, or is passed over. */
  | { input: unknown; error: ErrorView }
  | { input: unknown; skip: string };

/** Fills in a step's templates and does what the step says about missing ones. Total: what is wrong comes back. */
export function fillIn(
  value: unknown,
  { onMissing = {}, whenMissing = "leave_out" }: Pick<CallingStep, "onMissing" | "whenMissing">,
  scope: Scope,
): FilledIn {
  let resolved: ReturnType<typeof resolve>;
  try {
    resolved = resolve(value, scope, { onMissing });
  } catch (error) {
    return { input: value, error: templateError(error) };
  }
  if (isLongerThan(resolved.value, POLICY.largestInput)) return { input: value, error: TOO_LARGE };
  // Stripe writes null where it knows nothing: for a step that needs its values that is missing, too.
  const [first] = [...resolved.missing, ...resolved.blank];
  if (first !== undefined && whenMissing !== "leave_out") {
    const why = `${first}: the event has no such value.`;
    return { input: resolved.value, ...(whenMissing === "skip" ? { skip: why } : { error: missing(why) }) };
  }
  return resolved;
}

const missing = (message: string): ErrorView => ({ code: "missing_value", message, remedy: ADD_FALLBACK });

export const ADD_FALLBACK = "Add a fallback for the missing value, or a filter before this step.";

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
