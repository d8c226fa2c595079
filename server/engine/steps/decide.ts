import { recordStep } from "~/server/engine/journal";
import type { Walk } from "~/server/engine/walk";
import type { ErrorView } from "~/server/services/run/schemas";
import { templateError } from "./fill-in";

export type Decision<T> = { decision: T } | { error: ErrorView };

/**
 * Decides once and remembers the decision in the journal: whether a gate lets the run pass, which path a branch takes.
 * `make` returns an error for what would fail for ever; what it throws is our own fault and decides nothing.
 */
export async function decide<T extends boolean | string | null>(
  { durable, run, nextPosition }: Walk,
  path: string,
  kind: "filter" | "branch" | "dedupe",
  make: () => Decision<T> | Promise<Decision<T>>,
): Promise<Decision<T>> {
  const step = { path, kind, position: nextPosition() };
  return durable.step(path, async () => {
    const done = run.journal.get(path);
    if (done) return done.error ? { error: done.error } : decisionOf<T>(done.output);
    const startedAt = new Date();
    const made = await make();
    if ("error" in made) {
      await recordStep(run, { ...step, status: "failed", error: made.error, startedAt });
      return made;
    }
    const status = made.decision === false ? "filtered" : "succeeded";
    await recordStep(run, { ...step, status, output: made, startedAt });
    return made;
  });
}

/** Conditions are pure: one that throws now would throw for ever. */
export function attemptDecision<T>(choose: () => T): Decision<T> {
  try {
    return { decision: choose() };
  } catch (error) {
    return { error: templateError(error) };
  }
}

/** The journal is JSON that `decide` itself wrote. */
function decisionOf<T>(output: unknown): { decision: T } {
  return output as { decision: T };
}
