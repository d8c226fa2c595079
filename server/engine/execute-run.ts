import { type DurableSteps, RetryLater } from "./durable";
import { finishRun, parkRun } from "./journal";
import { loadRun } from "./load-run";
import { runRecipe } from "./run-recipe";
import type { RunOutcome } from "./walk";

/**
 * Executes a run from where its journal stands and records its end. Returns null when it had ended before; throws
 * `RetryLater` when it has to wait.
 */
export async function executeRun(
  durable: DurableSteps,
  workspaceId: string,
  runId: string,
): Promise<RunOutcome | null> {
  const run = await loadRun(workspaceId, runId);
  if (!run) return null;
  try {
    const outcome = await runRecipe(durable, run);
    await finishRun(workspaceId, runId, outcome.status, outcome.error);
    return outcome;
  } catch (error) {
    if (error instanceof RetryLater) await parkRun(workspaceId, runId, error.at);
    throw error;
  }
}
