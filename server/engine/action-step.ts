import type { z } from "zod";
import { getAction } from "~/server/connectors/catalog";
import type { Action } from "~/server/connectors/define";
import { toConnectorError } from "~/server/connectors/errors";
import type { ActionStep } from "~/server/recipes/definition";
import { resolve } from "~/server/recipes/values";
import type { AttemptView, CapturedRequest, ErrorView } from "~/server/services/run/schemas";
import { callAction } from "./call-action";
import { RetryLater } from "./durable";
import { effectKey } from "./effect-key";
import { recordStep, type StepRecord } from "./journal";
import type { LoadedRun } from "./load-run";
import { remedyFor } from "./remedy";
import { classify, nextAttempt } from "./retry";
import type { Scope } from "./run-recipe";

export type StepOutcome =
  | { status: "succeeded"; output: unknown }
  | { status: "failed" | "outcome_unknown"; error: ErrorView };

/**
 * Executes one action step at most once per effect key: journal, input, call, journal. Returns its outcome;
 * throws `RetryLater` when it may succeed later.
 */
export async function executeAction(
  run: LoadedRun,
  scope: Scope,
  step: ActionStep,
  path: string,
  position: number,
): Promise<StepOutcome> {
  const before = run.journal.get(path);
  if (before?.status === "succeeded") return { status: "succeeded", output: before.output };
  if (before?.status === "failed" || before?.status === "outcome_unknown") {
    return { status: before.status, error: before.error ?? { code: "failed", message: "The step failed." } };
  }
  const key = effectKey(run.workspaceId, run.rootRunId, path);
  const base: Omit<StepRecord, "status"> = {
    path,
    position,
    kind: "action",
    action: step.action,
    effectKey: key,
    attempts: before?.attempts ?? [],
    startedAt: before ? new Date(before.startedAt) : new Date(),
  };
  const prepared = prepare(step, scope);
  if ("error" in prepared)
    return settle(run, { ...base, input: prepared.input, status: "failed", error: prepared.error });
  const { action, input } = prepared;
  if (action.effect === "send" && !run.dryRun) {
    // An open intent means a process died between the send and its record: sending again could reach somebody twice.
    if (before?.status === "running")
      return settle(run, { ...base, input, status: "outcome_unknown", error: UNKNOWN });
    await recordStep(run, { ...base, input, status: "running" });
  }
  return attempt(run, step, action, { ...base, input }, key);
}

const UNKNOWN: ErrorView = {
  code: "outcome_unknown",
  message: "The message may or may not have been sent: the answer was lost.",
  remedy: "Look in Customer.io whether it arrived before you run this again.",
};

interface Prepared {
  action: Action;
  input: Record<string, unknown>;
}

function prepare(step: ActionStep, scope: Scope): Prepared | { input: unknown; error: ErrorView } {
  const action = getAction(step.action);
  if (!action)
    return {
      input: step.input,
      error: {
        code: "unknown_action",
        message: `There is no action "${step.action}".`,
        remedy: "Choose another action and publish again.",
      },
    };
  try {
    const { value, missing } = resolve(step.input, scope, { onMissing: step.onMissing ?? {} });
    const parsed = action.input.safeParse(value);
    if (parsed.success) return { action, input: parsed.data };
    return { input: value, error: invalidInput(parsed.error, missing) };
  } catch (error) {
    return {
      input: step.input,
      error: {
        code: "template",
        message: error instanceof Error ? error.message : String(error),
        remedy: "Mend the template in this step and publish again.",
      },
    };
  }
}

function invalidInput(error: z.ZodError, missing: readonly string[]): ErrorView {
  const issues = error.issues.map((issue) => {
    const path = issue.path.join(".");
    return missing.includes(path)
      ? `${path}: the event has no such value`
      : `${path || "input"}: ${issue.message}`;
  });
  return {
    code: "invalid_input",
    message: issues.join("; "),
    remedy: "Add a fallback for the missing value, or a filter before this step.",
  };
}

async function attempt(
  run: LoadedRun,
  step: ActionStep,
  action: Action,
  base: Omit<StepRecord, "status">,
  key: string,
): Promise<StepOutcome> {
  const requests: CapturedRequest[] = [];
  const started = new Date();
  const done = (error?: ErrorView): AttemptView[] => {
    const status = requests.at(-1)?.response?.status;
    return [
      ...(base.attempts ?? []),
      {
        startedAt: started.toISOString(),
        durationMs: Date.now() - started.getTime(),
        ...(status === undefined ? {} : { status }),
        ...(error ? { error } : {}),
        requests,
      },
    ];
  };
  try {
    const output = await callAction(
      run,
      step,
      action,
      base.input,
      { key, eventTime: Math.floor(run.occurredAt.getTime() / 1000) },
      requests,
    );
    return await settle(run, { ...base, status: "succeeded", output, attempts: done() });
  } catch (thrown) {
    return afterFailure(run, base, action, thrown, done);
  }
}

async function afterFailure(
  run: LoadedRun,
  base: Omit<StepRecord, "status">,
  action: Action,
  thrown: unknown,
  done: (error: ErrorView) => AttemptView[],
): Promise<StepOutcome> {
  const failure = toConnectorError(thrown);
  const kind = classify(failure, action.effect === "send");
  const error = {
    code: kind === "rate_limited" ? "rate_limited" : (failure.code ?? failure.kind),
    message: failure.message,
    remedy: remedyFor(failure),
  };
  if (kind === "ambiguous")
    return settle(run, { ...base, status: "outcome_unknown", error: UNKNOWN, attempts: done(error) });
  const failures = (base.attempts ?? []).filter((earlier) => earlier.error?.code !== "rate_limited").length;
  const at =
    kind === "permanent" || run.dryRun ? null : nextAttempt(kind, failures, failure.retryAfterMs, new Date());
  if (!at) return settle(run, { ...base, status: "failed", error, attempts: done(error) });
  await recordStep(run, { ...base, status: "waiting", error, attempts: done(error) });
  throw new RetryLater(at, { cause: thrown });
}

async function settle(run: LoadedRun, record: StepRecord): Promise<StepOutcome> {
  await recordStep(run, record);
  if (record.status === "succeeded") return { status: "succeeded", output: record.output };
  const status = record.status === "outcome_unknown" ? "outcome_unknown" : "failed";
  return { status, error: record.error ?? { code: "failed", message: "The step failed." } };
}
