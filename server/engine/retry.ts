import type { ConnectorError } from "~/server/connectors/errors";
import { msOf, type Retry } from "~/server/recipes/retry";
import type { AttemptView } from "~/server/services/run/schemas";
import { POLICY } from "./limits";

export type RetryClass = "rate_limited" | "transient" | "permanent" | "ambiguous";

/** Decides from facts (status, code, header), never from message text. `sends`: repeating could reach a person twice. */
export function classify(error: ConnectorError, sends: boolean): RetryClass {
  if (error.status === 429 || error.code === "lock_timeout" || error.kind === "limited")
    return "rate_limited";
  if (error.kind === "refused" || error.kind === "invalid") return "permanent";
  const transient = error.kind === "network" || error.kind === "timeout" || isTransientStatus(error);
  if (!transient) return "permanent";
  return sends && error.requestMayHaveArrived ? "ambiguous" : "transient";
}

function isTransientStatus({ status, code }: ConnectorError): boolean {
  if (status === undefined) return false;
  return status >= 500 || status === 408 || (status === 409 && code === "idempotency_key_in_use");
}

/** The account's keys were refused: no failure of the step. */
export const KEYS_REFUSED = "keys_refused";

const wasRateLimited = ({ error }: AttemptView) => error?.code === "rate_limited";
const wasFree = (attempt: AttemptView) => wasRateLimited(attempt) || attempt.error?.code === KEYS_REFUSED;

interface TriedStep {
  attempts: readonly AttemptView[];
  startedAt: Date;
  /** What the step says of its own; the policy's delays without. */
  retry?: Retry | undefined;
}

/** When to try again, or null when it is no use any more. A rate limit uses up no attempt, only patience. */
export function nextAttempt(
  kind: "rate_limited" | "transient",
  step: TriedStep,
  retryAfterMs: number | undefined,
  now: Date,
  random: () => number = Math.random,
): Date | null {
  const limited = step.attempts.filter(wasRateLimited).length;
  const delay =
    kind === "rate_limited"
      ? Math.min(POLICY.rateLimitDelay * 2 ** limited, POLICY.rateLimitLongest)
      : delayAfter(step.attempts.filter((attempt) => !wasFree(attempt)).length, step.retry);
  if (delay === undefined) return null;
  const wait = Math.max(delay * 1_000, Math.min(retryAfterMs ?? 0, PATIENCE_MS));
  const at = now.getTime() + jittered(wait, random);
  return kind === "rate_limited" && isTooLate(step, at) ? null : new Date(at);
}

/** When to try again after a bucket was blocked for so long; null when the step has waited for a day. */
export function afterBlock(step: TriedStep, blockedMs: number, now: Date): Date | null {
  const at = now.getTime() + jittered(blockedMs);
  return isTooLate(step, at) ? null : new Date(at);
}

const PATIENCE_MS = POLICY.patience * 1_000;
const isTooLate = ({ startedAt }: TriedStep, at: number) => at > startedAt.getTime() + PATIENCE_MS;

/** A wait, stretched a little, so that not everybody comes back at one moment. */
export function jittered(ms: number, random: () => number = Math.random): number {
  return ms * (1 + random() * POLICY.jitter);
}

/** The wait in seconds after so many failures; undefined after the last. */
function delayAfter(failures: number, retry: Retry | undefined): number | undefined {
  const usual = POLICY.retryDelays[failures];
  if (!retry) return usual;
  if (failures >= retry.attempts) return undefined;
  const longest = retry.longest ? msOf(retry.longest) / 1_000 : LONGEST;
  const delay = retry.delay ? (msOf(retry.delay) / 1_000) * 2 ** failures : (usual ?? LONGEST);
  return Math.min(delay, longest);
}

const LONGEST = Math.max(...POLICY.retryDelays);

/** The log of a step that waits for hours stays short; failures, which the policy counts, are all kept. */
export function keptAttempts(attempts: readonly AttemptView[]): AttemptView[] {
  let surplus = attempts.length - POLICY.attemptsKept;
  return attempts.filter((attempt) => !(wasRateLimited(attempt) && surplus-- > 0));
}
