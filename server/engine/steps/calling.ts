import { ConnectorFailure } from "~/server/connectors/errors";
import { RetryLater } from "~/server/engine/durable";
import { claimStep, type OpenStep, outcomeOf, type StepOutcome, settleStep } from "~/server/engine/journal";
import { settledBy, verdictOf } from "~/server/engine/lineage/verdict";
import type { JournalEntry, LoadedRun } from "~/server/engine/load-run";
import { holdWhilePaused } from "~/server/engine/pause";
import { OUTCOME_UNKNOWN } from "~/server/engine/remedy";
import { handBackIfStopping } from "~/server/engine/stopping";
import { AppError } from "~/server/errors";
import type { CallingStep } from "~/server/recipes/definition";
import type { CapturedRequest, ErrorView } from "~/server/services/run/schemas";
import type { Account } from "./account";
import { attempt } from "./attempt";
import { awaitTurn } from "./turn";

/** A call that only has to be made. */
export interface OpenCall {
  /** True when it may reach a person, and so must not be repeated blindly. */
  sends: boolean;
  /** Every request that went out so far, masked. */
  requests: CapturedRequest[];
  /** What the user's code wrote to its console. */
  logs?: string[];
  /** The account that is really called, whose limits count; none in a dry run, and where nobody knows any. */
  account?: Account | undefined;
  make(input: unknown, key: string): Promise<unknown>;
}

/** A step whose templates are filled in: ready to be opened, refused for good, or passed over. */
export type Preparation =
  | { input: unknown; open(): Promise<OpenCall> }
  | { input: unknown; error: ErrorView }
  | { input: unknown; skip: string };

/**
 * Executes one step that reaches out at most once per effect key: journal, input, call, journal. Returns its outcome;
 * throws `RetryLater` when it may succeed later, `Held` when its account has to be connected again or the workspace is paused, and
 * whatever is our own fault as it is.
 */
export async function executeCall(
  run: LoadedRun,
  step: CallingStep,
  path: string,
  position: number,
  prepare: () => Preparation,
): Promise<StepOutcome> {
  const before = run.journal.get(path);
  const known = before && outcomeOf(before);
  if (known) return known;
  const verdict = verdictOf({ ...run, runId: run.id, step, path, attempts: before?.attempts ?? [] });
  const open: OpenStep = {
    path,
    position,
    kind: step.kind,
    action: "action" in step ? step.action : null,
    effectKey: before?.effectKey ?? verdict.key,
    attempts: before?.attempts ?? [],
    startedAt: before ? new Date(before.startedAt) : new Date(),
    retry: step.retry,
  };
  if (run.mode !== "test") handBackIfStopping();
  stillWaiting(before);
  // An open intent means that a process died between a send and its record: sending again could reach somebody twice.
  if (before?.status === "running")
    return settleStep(run, { ...open, status: "outcome_unknown", error: OUTCOME_UNKNOWN });
  if (verdict.will !== "run" && !run.dryRun) return settleStep(run, { ...open, ...settledBy(verdict) });
  await holdWhilePaused(run);
  const prepared = prepare();
  const ready = { ...open, input: prepared.input };
  if ("error" in prepared) return settleStep(run, { ...ready, status: "failed", error: prepared.error });
  if ("skip" in prepared) {
    const error = { code: "skipped", message: prepared.skip };
    return settleStep(run, { ...ready, status: "skipped", error });
  }
  const mend =
    step.kind === "notify" ? "Choose this step's channel" : "Choose or reconnect this step's connection";
  return callReady(run, ready, before, prepared.open, mend);
}

/** Makes the call of a step that is ready, when its turn has come. `mend`: what to do where it cannot be opened. */
export async function callReady(
  run: LoadedRun,
  ready: OpenStep,
  before: JournalEntry | undefined,
  open: () => Promise<OpenCall>,
  mend: string,
): Promise<StepOutcome> {
  const call = await openOrRefuse(open, mend);
  if ("message" in call) return settleStep(run, { ...ready, status: "failed", error: call });
  const tooMany = await awaitTurn(run, ready, call.account, before);
  if (tooMany) return settleStep(run, { ...ready, status: "failed", error: tooMany });
  if (call.sends) await claimStep(run, ready);
  return attempt(run, ready, call);
}

/** In a loop another item may wake the run before this step may be tried again; then it waits on, at no cost. */
function stillWaiting(before: JournalEntry | undefined): void {
  if (!before?.path.includes("[")) return;
  const { until } = (before.status === "waiting" && (before.output as { until?: string } | null)) || {};
  if (until && new Date(until) > new Date()) throw new RetryLater(new Date(until), { costsAttempt: false });
}

/** A connection that is gone or unreadable fails the step; a database that is gone is no reason to fail anything. */
async function openOrRefuse(open: () => Promise<OpenCall>, mend: string): Promise<OpenCall | ErrorView> {
  try {
    return await open();
  } catch (error) {
    // Access that could not be had just now is like a call that did not get through.
    if (error instanceof ConnectorFailure)
      return { sends: false, requests: [], make: () => Promise.reject(error) };
    if (!(error instanceof AppError)) throw error;
    const remedy = `${mend} and publish again, then run this again.`;
    return { code: error.code, message: error.message, remedy };
  }
}
