import type { ConnectorError } from "~/server/connectors/errors";
import { blockBucket, CONNECTION, clearTroubles } from "~/server/engine/buckets/block";
import { countFailure, isOpen, wakeBlocked } from "~/server/engine/buckets/breaker";
import type { RetryClass } from "~/server/engine/retry";
import type { Account } from "./account";
import type { OpenCall } from "./calling";

/** A call went through: the account's troubles that it knew of are over. Costs nothing when there were none. */
export async function noteAnswer(account: Account | undefined): Promise<void> {
  if (!account) return;
  const counted = [CONNECTION, ...account.limits.map(({ name }) => name)];
  await clear(account, counted);
}

async function clear({ quota, troubles }: Account, names: readonly string[]): Promise<void> {
  const over = troubles.filter(({ name }) => names.includes(name));
  if (over.length === 0) return;
  await clearTroubles(
    quota,
    over.map(({ name }) => name),
  );
  if (over.some((trouble) => trouble.name === CONNECTION && isOpen(trouble))) await wakeBlocked(quota);
}

/**
 * Takes down what a failure says of the account: “too many” blocks the bucket that it is about, and comes back with how
 * long; no answer counts towards giving the vendor a rest.
 */
export async function noteFailure(
  account: Account | undefined,
  { requests }: OpenCall,
  kind: RetryClass,
  failure: ConnectorError,
): Promise<{ name: string; ms: number } | null> {
  if (!account) return null;
  if (kind === "transient" || kind === "ambiguous") {
    const why = `The last calls failed: ${failure.message}`;
    await countFailure(account.quota, { isProbe: account.isProbe, why });
    return null;
  }
  await clear(account, [CONNECTION]);
  if (failure.status !== 429 || failure.code === "lock_timeout") return null;
  const reason = requests.at(-1)?.response?.headers["stripe-rate-limited-reason"] ?? "";
  // Stripe's limits of one object are no matter of anybody else's calls.
  if (reason === "resource-specific") return null;
  const { limits } = account;
  const limit = reason.startsWith("endpoint") ? limits[0] : limits.at(-1);
  if (!limit) return null;
  const why = `The vendor answered that there were too many calls: ${failure.message}`;
  return {
    name: limit.name,
    ms: await blockBucket(account.quota, limit, { retryAfterMs: failure.retryAfterMs, why }),
  };
}
