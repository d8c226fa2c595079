import type { CallingStep } from "~/server/recipes/definition";
import type { AttemptView, CapturedRequest } from "~/server/services/run/schemas";
import type { PastRow } from "./load";

/** What the earlier rows of one step come to. */
export interface Past {
  /** It had its effect. */
  done?: PastRow | undefined;
  /** Nobody knows whether it had. */
  unknown?: PastRow;
  /** It failed, and an attempt may have arrived all the same, first at `since`: only the same key makes it safe. */
  pending?: { key: string | null; since: number };
  /** Its key went out with values that were refused for certain. */
  isRefused: boolean;
}

/** The code of an attempt that is none: somebody decided that the step is done again. */
export const DECIDED = "decided_again";

export const wasDecided = (attempts: readonly AttemptView[]) =>
  attempts.some(({ error }) => error?.code === DECIDED);

/** Reads a step's earlier rows, oldest first. Those of another kind or action at its place only used up the key. */
export function pastOf(rows: readonly PastRow[], step: CallingStep): Past {
  let past: Past = { isRefused: false };
  for (const row of rows) past = after(past, row, step);
  return past;
}

function after(past: Past, row: PastRow, step: CallingStep): Past {
  const { isRefused } = past;
  const wasCalled = row.reusedFrom !== null || row.attempts.some(({ requests }) => requests.length > 0);
  if (row.kind !== step.kind || row.action !== actionOf(step))
    return { ...past, isRefused: isRefused || wasCalled };
  if (row.status === "succeeded") return { done: row, isRefused };
  if (row.status === "outcome_unknown" || row.status === "running") return { ...past, unknown: row };
  const since = arrivedAt(row.attempts);
  if (since === null) return { ...past, isRefused: isRefused || wasCalled };
  const { effectKey: key } = row;
  const first = past.pending?.key === key ? Math.min(past.pending.since, since) : since;
  return { ...past, done: undefined, pending: { key, since: first } };
}

export const actionOf = (step: CallingStep): string | null => ("action" in step ? step.action : null);

/** When the first attempt was made that may have had its effect; null when none may. Those before a decision do not count. */
export function arrivedAt(attempts: readonly AttemptView[]): number | null {
  const decided = attempts.findLastIndex(({ error }) => error?.code === DECIDED);
  const first = attempts.slice(decided + 1).find(({ requests }) => requests.some(mayHaveArrived));
  return first ? Date.parse(first.startedAt) : null;
}

/** A 4xx was turned down; but a conflict may be with the first one, which got through. */
function mayHaveArrived({ method, response, dryRun }: CapturedRequest): boolean {
  if (dryRun || method === "GET" || method === "HEAD") return false;
  if (response === null) return true;
  const { status, body } = response;
  if (status < 400 || status >= 500 || status === 408 || status === 409) return true;
  return (body as { error?: { type?: unknown } } | null)?.error?.type === "idempotency_error";
}
