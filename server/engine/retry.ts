import type { ConnectorError } from "~/server/connectors/errors";
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

/**
 * When to try again, or null when the attempts are used up. `failures` counts earlier transient failures of the step;
 * a 429 uses none.
 */
export function nextAttempt(
  kind: "rate_limited" | "transient",
  failures: number,
  retryAfterMs: number | undefined,
  now: Date,
  random: () => number = Math.random,
): Date | null {
  const delay = kind === "rate_limited" ? POLICY.rateLimitDelay : POLICY.retryDelays[failures];
  if (delay === undefined) return null;
  const jittered = delay * 1_000 * (1 + random() * POLICY.jitter);
  return new Date(now.getTime() + Math.max(jittered, retryAfterMs ?? 0));
}
