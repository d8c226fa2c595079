import type { RunOutcome, Walk } from "~/server/engine/walk";
import { evaluate } from "~/server/recipes/conditions";
import type { DedupeStep, FilterStep } from "~/server/recipes/definition";
import { attemptDecision, type Decision, decide } from "./decide";
import { isFirst } from "./dedupe";

/** Goes on only when the step's condition holds. */
export async function passesFilter(at: Walk, step: FilterStep, path: string): Promise<RunOutcome | null> {
  const holds = () => attemptDecision(() => evaluate(step.when, at.scope));
  return endOfGate(await decide(at, path, "filter", holds));
}

/** Goes on only for the first run with the step's key within its window. */
export async function passesDedupe(at: Walk, step: DedupeStep, path: string): Promise<RunOutcome | null> {
  return endOfGate(await decide(at, path, "dedupe", () => isFirst(at.run, at.scope, step, path)));
}

function endOfGate(made: Decision<boolean>): RunOutcome | null {
  if ("error" in made) return { status: "failed", error: made.error };
  return made.decision ? null : { status: "filtered" };
}
