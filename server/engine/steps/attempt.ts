import { type ConnectorError, toConnectorError } from "~/server/connectors/errors";
import { RetryLater } from "~/server/engine/durable";
import { type OpenStep, recordStep, type StepOutcome, settleStep } from "~/server/engine/journal";
import type { LoadedRun } from "~/server/engine/load-run";
import { OUTCOME_UNKNOWN, remedyFor, WAITING_REMEDY } from "~/server/engine/remedy";
import { classify, keptAttempts, nextAttempt, type RetryClass } from "~/server/engine/retry";
import type { AttemptView, ErrorView } from "~/server/services/run/schemas";
import type { OpenCall } from "./calling";

interface Failure {
  thrown: unknown;
  started: Date;
}

/** Makes the call once and records what came of it. Throws `RetryLater` when the policy says to try again. */
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
  return settleStep(run, { ...step, status: "succeeded", output, attempts });
}

async function afterFailure(
  run: LoadedRun,
  step: OpenStep,
  call: OpenCall,
  { thrown, started }: Failure,
): Promise<StepOutcome> {
  const failure = toConnectorError(thrown);
  const kind = classOf(failure, call);
  const at =
    (run.dryRun && run.mode !== "shadow") || kind === "permanent" || kind === "ambiguous"
      ? null
      : nextAttempt(kind, step, failure.retryAfterMs, new Date());
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
  await recordStep(run, { ...step, status: "waiting", output: { until: at.toISOString() }, error, attempts });
  throw new RetryLater(at, { cause: thrown, costsAttempt: kind === "transient" });
}

/** A send that broke on our side after its request went out, and was not turned down, may have reached somebody. */
function classOf(failure: ConnectorError, { sends, requests }: OpenCall): RetryClass {
  const answer = requests.at(-1)?.response;
  const wasTurnedDown = answer !== undefined && answer !== null && answer.status >= 400;
  if (sends && failure.kind === "invalid" && requests.length > 0 && !wasTurnedDown) return "ambiguous";
  return classify(failure, sends);
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
