import type { ConnectorError } from "~/server/connectors/errors";
import type { AttemptView } from "~/server/services/run/schemas";
import { POLICY } from "./limits";

export type RetryClass = "rate_limited" | "transient" | "permanent" | "ambiguous";

/** Decides from facts (status, code, header), never from message text. `sends`: repeating could reach a person twice. */
export function classify(error: ConnectorError, sends: boolean): RetryClass {
  if (error.status === 429 || error.code === "lock_timeout") return "rate_limited";
  if (error.kind === "refused" || error.kind === "invalid") return "permanent";
  const transient = error.kind === "network" || error.kind === "timeout" || isTransientStatus(error);
  if (!transient) return "permanent";
  return sends && error.requestMayHaveArrived ? "ambiguous" : "transient";
}

function isTransientStatus({ status, code }: ConnectorError): boolean {
  if (status === undefined) return false;
  return status >= 500 || status === 408 || (status === 409 && code === "idempotency_key_in_use");
}

const wasRateLimited = ({ error }: AttemptView) => error?.code === "rate_limited";

/** When to try again, or null when it is no use any more. A rate limit uses up no attempt, only patience. */
export function nextAttempt(
  kind: "rate_limited" | "transient",
  step: { attempts: readonly AttemptView[]; startedAt: Date },
  retryAfterMs: number | undefined,
  now: Date,
  random: () => number = Math.random,
): Date | null {
  const limited = step.attempts.filter(wasRateLimited).length;
  const delay =
    kind === "rate_limited"
      ? Math.min(POLICY.rateLimitDelay * 2 ** limited, POLICY.rateLimitLongest)
      : POLICY.retryDelays[step.attempts.length - limited];
  if (delay === undefined) return null;
  const patience = POLICY.patience * 1_000;
  const wait = Math.max(delay * 1_000, Math.min(retryAfterMs ?? 0, patience));
  const at = now.getTime() + wait * (1 + random() * POLICY.jitter);
  const isTooLate = kind === "rate_limited" && at > step.startedAt.getTime() + patience;
  return isTooLate ? null : new Date(at);
}

/** The log of a step that waits for hours stays short; failures, which the policy counts, are all kept. */
export function keptAttempts(attempts: readonly AttemptView[]): AttemptView[] {
  let surplus = attempts.length - POLICY.attemptsKept;
  return attempts.filter((attempt) => !(wasRateLimited(attempt) && surplus-- > 0));
}
