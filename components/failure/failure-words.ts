import { STEP_KINDS } from "~/components/recipe/step-kinds";
import { formatCount } from "~/components/run/run-words";
import type { FailureGroup, FailureView } from "~/server/services/failure/schemas";

/** Where it happened, as the recipe calls it. */
export function placeOf({ step }: Pick<FailureGroup, "step">): string | null {
  if (!step) return null;
  const kind = (STEP_KINDS as Record<string, string | undefined>)[step.kind ?? ""];
  return step.title ?? kind ?? step.path;
}

/** "1 run", "350 runs" */
export function runsText(count: number): string {
  return count === 1 ? "1 run" : `${formatCount(count)} runs`;
}

/** Whom it is about, so far as that is known. */
export function customersText({ customers }: Pick<FailureView, "customers">): string | null {
  if (!customers) return null;
  const { count, atLeast } = customers;
  return `${atLeast ? "At least " : ""}${formatCount(count)} ${count === 1 ? "customer" : "customers"}`;
}

/** What a person is called. */
export function personText({ name, email }: { name: string | null; email: string }): string {
  return name || email;
}
