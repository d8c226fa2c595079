import { type DurableSteps, Held, RetryLater } from "./durable";
import { finishRun, parkRun, releaseIfConnected } from "./journal";
import { type LoadedRun, loadRun } from "./load-run";
import { holdWhilePaused } from "./pause";
import { runRecipe } from "./run-recipe";
import { superseded } from "./superseded";
import type { RunOutcome } from "./walk";

/** An engine's steps, or how it makes them for one execution of a run. */
type Engine = DurableSteps | ((run: LoadedRun) => DurableSteps);

/**
 * Executes a run from where its journal stands and records its end. Returns null when it had ended before; throws
 * `RetryLater` when it has to wait and `Held` when it is held, after it has given its place back, and whatever its engine
 * throws as it is.
 */
export async function executeRun(
  engine: Engine,
  workspaceId: string,
  runId: string,
): Promise<RunOutcome | null> {
  const run = await loadRun(workspaceId, runId);
  if (!run) return null;
  const durable = typeof engine === "function" ? engine(run) : engine;
  try {
    await holdWhilePaused(run);
    const outcome = (await superseded(run)) ?? (await runRecipe(durable, run));
    await finishRun(workspaceId, runId, outcome.status, outcome.error);
    return outcome;
  } catch (error) {
    if (error instanceof RetryLater) await parkRun(workspaceId, runId, error.waitingFor, error.at);
    if (error instanceof Held) {
      const { what, on } = error.waitingFor;
      await parkRun(workspaceId, runId, error.waitingFor, null);
      if (what === "connection" && on) await releaseIfConnected(workspaceId, runId, on);
    }
    throw error;
  }
}
