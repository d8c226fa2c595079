import { toConnectorError } from "~/server/connectors/errors";
import { Held, RetryLater } from "~/server/engine/durable";
import { type OpenStep, recordStep, type StepOutcome, settleStep } from "~/server/engine/journal";
import type { LoadedRun } from "~/server/engine/load-run";
import { OUTCOME_UNKNOWN, RECONNECT_REMEDY, remedyFor, WAITING_REMEDY } from "~/server/engine/remedy";
import { afterBlock, KEYS_REFUSED, keptAttempts, nextAttempt } from "~/server/engine/retry";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import { noteAnswer, noteFailure } from "./account-state";
import type { OpenCall } from "./calling";
import { judge } from "./judge";
import { type TurnNote, turnLater } from "./turn";

/** Makes the call once and records what came of it. Throws `RetryLater` when it may be tried again, and `Held`. */
export async function attempt(run: LoadedRun, step: OpenStep, call: OpenCall): Promise<StepOutcome> {
  const started = new Date();
  let output: unknown;
  try {
    output = await call.make(step.input, step.effectKey);
  } catch (thrown) {
    return afterFailure(run, step, call, { thrown, started });
  }
  // Outside the try: a record that cannot be written is no failure of the call.
  const attempts = [...step.attempts, attemptView(started, call)];
  const settled = await settleStep(run, { ...step, status: "succeeded", output, attempts });
  await noteAnswer(call.account);
  return settled;
}

interface Thrown {
  thrown: unknown;
  started: Date;
}

async function afterFailure(
  run: LoadedRun,
  step: OpenStep,
  call: OpenCall,
  { thrown, started }: Thrown,
): Promise<StepOutcome> {
  const { account } = call;
  const failure = toConnectorError(thrown);
  const { kind, keys } = await judge(run, call, failure, started);
  if (account && keys) return afterRefusedKeys(run, step, call, { thrown, started }, keys);
  const blocked = await noteFailure(account, call, kind, failure);
  const endsNow = (run.dryRun && run.mode !== "shadow") || kind === "permanent" || kind === "ambiguous";
  const wait = () =>
    blocked
      ? afterBlock(step, blocked.ms, new Date())
      : nextAttempt(kind as "transient", step, failure.retryAfterMs, new Date());
  const at = endsNow ? null : wait();
  const error: ErrorView = {
    code: kind === "rate_limited" ? "rate_limited" : (failure.code ?? failure.kind),
    message: failure.message,
    remedy: at ? WAITING_REMEDY : remedyFor(failure),
    ...(failure.status === undefined ? {} : { status: failure.status }),
  };
  const attempts = keptAttempts([...step.attempts, attemptView(started, call, error)]);
  if (kind === "ambiguous")
    return settleStep(run, { ...step, status: "outcome_unknown", error: OUTCOME_UNKNOWN, attempts });
  if (!at) return settleStep(run, { ...step, status: "failed", error, attempts });
  const output: Partial<TurnNote> = { until: at.toISOString(), ...(blocked ? { turn: blocked.name } : {}) };
  await recordStep(run, { ...step, status: "waiting", output, error, attempts });
  if (account && blocked) throw turnLater(at, account, blocked.name);
  throw new RetryLater(at, { cause: thrown, costsAttempt: kind === "transient" });
}

/** The account, and no step, has failed: the run is held, or goes on at once with the keys that came meanwhile. */
async function afterRefusedKeys(
  run: LoadedRun,
  step: OpenStep,
  call: OpenCall,
  { thrown, started }: Thrown,
  keys: "held" | "changed",
): Promise<StepOutcome> {
  const { message, status } = toConnectorError(thrown);
  const error: ErrorView = {
    code: KEYS_REFUSED,
    message,
    remedy: RECONNECT_REMEDY,
    ...(status === undefined ? {} : { status }),
  };
  const attempts = keptAttempts([...step.attempts, attemptView(started, call, error)]);
  if (run.mode === "test") return settleStep(run, { ...step, status: "failed", error, attempts });
  await recordStep(run, { ...step, status: "waiting", error, attempts });
  if (keys === "changed") throw new RetryLater(new Date(), { costsAttempt: false });
  const on = call.account?.quota.connectionId;
  throw new Held({ what: "connection", ...(on ? { on } : {}) });
}

function attemptView(started: Date, { requests, logs }: OpenCall, error?: ErrorView): AttemptView {
  const status = requests.at(-1)?.response?.status;
  return {
    startedAt: started.toISOString(),
    durationMs: Date.now() - started.getTime(),
    ...(status === undefined ? {} : { status }),
    ...(error ? { error } : {}),
    requests,
    ...(logs?.length ? { logs } : {}),
  };
}
