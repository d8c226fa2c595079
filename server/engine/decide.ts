import type { ErrorView } from "~/server/services/run/schemas";
import type { DurableSteps } from "./durable";
import { recordStep } from "./journal";
import type { LoadedRun } from "./load-run";

export type Decision<T> = { decision: T } | { error: ErrorView };

interface Deciding {
  durable: DurableSteps;
  run: LoadedRun;
  path: string;
  position: number;
  kind: "filter" | "branch" | "dedupe";
}

/**
 * Decides once and remembers the decision in the journal: whether a gate lets the run pass, which path a branch takes.
 * `make` returns an error for what would fail for ever; what it throws is our own fault and decides nothing.
 */
export async function decide<T extends boolean | string | null>(
  { durable, run, ...step }: Deciding,
  make: () => Decision<T> | Promise<Decision<T>>,
): Promise<Decision<T>> {
  return durable.step(step.path, async () => {
    const done = run.journal.get(step.path);
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

/** The journal is JSON that `decide` itself wrote. */
function decisionOf<T>(output: unknown): { decision: T } {
  return output as { decision: T };
}
