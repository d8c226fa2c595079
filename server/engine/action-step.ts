import { AppError } from "~/server/errors";
import type { ActionStep } from "~/server/recipes/definition";
import type { ErrorView } from "~/server/services/run/schemas";
import { attempt } from "./attempt";
import { type OpenCall, openCall, type PreparedCall } from "./call-action";
import { effectKey } from "./effect-key";
import { claimStep, type OpenStep, outcomeOf, type StepOutcome, settleStep } from "./journal";
import type { LoadedRun } from "./load-run";
import { prepareInput } from "./prepare-input";
import { OUTCOME_UNKNOWN } from "./remedy";
import type { Scope } from "./run-recipe";

/**
 * Executes one action step at most once per effect key: journal, input, call, journal. Returns its outcome;
 * throws `RetryLater` when it may succeed later, and whatever is our own fault as it is.
 */
export async function executeAction(
  run: LoadedRun,
  scope: Scope,
  step: ActionStep,
  path: string,
  position: number,
): Promise<StepOutcome> {
  const before = run.journal.get(path);
  const known = before && outcomeOf(before);
  if (known) return known;
  const open: OpenStep = {
    path,
    position,
    kind: "action",
    action: step.action,
    effectKey: effectKey(run.workspaceId, run.rootRunId, path),
    attempts: before?.attempts ?? [],
    startedAt: before ? new Date(before.startedAt) : new Date(),
  };
  // An open intent means that a process died between a send and its record: sending again could reach somebody twice.
  if (before?.status === "running")
    return settleStep(run, { ...open, status: "outcome_unknown", error: OUTCOME_UNKNOWN });
  const prepared = prepareInput(step, scope);
  if ("error" in prepared) return settleStep(run, { ...open, ...prepared, status: "failed" });
  const ready = { ...open, input: prepared.input };
  const call = await openOrRefuse(run, step, prepared);
  if ("message" in call) return settleStep(run, { ...ready, status: "failed", error: call });
  if (call.sends) await claimStep(run, ready);
  return attempt(run, ready, call);
}

/** A connection that is gone or unreadable fails the step; a database that is gone is no reason to fail anything. */
async function openOrRefuse(
  run: LoadedRun,
  step: ActionStep,
  prepared: PreparedCall,
): Promise<OpenCall | ErrorView> {
  try {
    return await openCall(run, step, prepared);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const remedy = "Choose or reconnect this step's connection and publish again, then run this again.";
    return { code: error.code, message: error.message, remedy };
  }
}
