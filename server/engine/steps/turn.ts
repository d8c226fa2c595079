import { CONNECTION } from "~/server/engine/buckets/block";
import { isOpen, letProbe } from "~/server/engine/buckets/breaker";
import { limitedWords, type Refusal, takeTurns } from "~/server/engine/buckets/gate";
import { PATIENCE } from "~/server/engine/buckets/patience";
import { RetryLater } from "~/server/engine/durable";
import { type OpenStep, recordStep } from "~/server/engine/journal";
import type { JournalEntry, LoadedRun } from "~/server/engine/load-run";
import { WAITING_REMEDY } from "~/server/engine/remedy";
import { jittered } from "~/server/engine/retry";
import type { ErrorView } from "~/server/services/run/schemas";
import type { Account } from "./account";

/** How a step's journal says that it only waits for its turn. */
export interface TurnNote {
  until: string;
  /** The bucket. */
  turn: string;
}

/**
 * Waits for a call's turn with its account, before anything of it is written. Throws `RetryLater`, at no cost, when that
 * is too far away to wait for in place; a test that somebody watches gets the error instead.
 */
export async function awaitTurn(
  run: LoadedRun,
  step: OpenStep,
  account: Account | undefined,
  before: JournalEntry | undefined,
): Promise<ErrorView | null> {
  if (!account) return null;
  const wasCalled = Boolean((before?.output as Partial<TurnNote> | null | undefined)?.turn);
  const patience = run.mode === "test" ? "watched" : wasCalled ? "called" : "run";
  const refusal =
    (await closed(account)) ?? (await takeTurns(account.quota, account.limits, PATIENCE[patience]));
  if (!refusal) return null;
  const message = limitedWords(refusal.name, refusal.why);
  if (run.mode === "test") return { code: "rate_limited", message, remedy: againIn(refusal) };
  const at = new Date(Date.now() + refusal.waitMs);
  const error: ErrorView = { code: "rate_limited", message, remedy: WAITING_REMEDY };
  const output: TurnNote = { until: at.toISOString(), turn: refusal.name };
  await recordStep(run, { ...step, status: "waiting", output, error });
  throw turnLater(at, account, refusal.name);
}

/** The run waits for this bucket, and nothing is counted. */
export function turnLater(at: Date, { quota }: Account, name: string): RetryLater {
  return new RetryLater(at, {
    costsAttempt: false,
    waitingFor: { what: `bucket:${name}`, on: quota.connectionId },
  });
}

const againIn = ({ waitMs }: Refusal) =>
  `Try again in ${Math.max(1, Math.ceil(waitMs / 1_000))} seconds; a live run waits by itself.`;

/** What keeps every call back: a vendor that does not answer, or one without a known number that said “too many”. */
async function closed(account: Account): Promise<Refusal | null> {
  const { troubles, limits, quota } = account;
  const down = troubles.find(({ name }) => name === CONNECTION);
  if (isOpen(down)) {
    const waitMs = down.blockedMs > 0 ? down.blockedMs : await letProbe(quota);
    if (waitMs !== null) return { name: CONNECTION, waitMs: jittered(waitMs), why: down.why };
    account.isProbe = true;
  }
  const unpaced = new Set(limits.filter(({ perSecond }) => perSecond === null).map(({ name }) => name));
  const blocked = troubles.find(({ name, blockedMs }) => unpaced.has(name) && blockedMs > 0);
  return blocked ? { name: blocked.name, waitMs: jittered(blocked.blockedMs), why: blocked.why } : null;
}
