import type { Step } from "~/server/recipes/definition";
import type { ErrorView } from "~/server/services/run/schemas";
import type { DurableSteps } from "./durable";
import type { RunEnd } from "./journal";
import type { LoadedRun } from "./load-run";

export interface RunOutcome {
  status: RunEnd;
  error?: ErrorView;
  /** True when a Stop step ended the run, and not only the item of a loop. */
  stopped?: true;
}

/** What templates see. `now` is the run's start, so that a re-executed run resolves the same. */
export interface Scope {
  trigger: unknown;
  steps: Record<string, { output: unknown; error?: { code: string; message: string } }>;
  /** Inside a loop: the item, its index from 0, how many there are, and the loop around it. */
  loop?: unknown;
  run: { id: string; recipe: string };
  now: string;
}

/** A run under way, at one place of its definition. */
export interface Walk {
  durable: DurableSteps;
  run: LoadedRun;
  scope: Scope;
  /** Items of all loops, and recipes called, so far; they count the same when the run is executed again. */
  counts: { items: number; calls: number };
  /** The next place in the log's order. */
  nextPosition(): number;
  /** Runs a list of steps in order; null when all of them are done and the run goes on. */
  go(steps: readonly Step[], prefix: string, scope?: Scope): Promise<RunOutcome | null>;
}
