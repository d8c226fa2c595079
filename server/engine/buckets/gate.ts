import { bucketOfUrl, type Limit, limitsOf, type Quota } from "~/server/connectors/buckets";
import { TransportError } from "~/server/connectors/transport-error";
import { type NotYet, type Paced, takeTurn } from "./pacer";
import { PATIENCE, type Patience } from "./patience";
import { spaced } from "./spacing";

/** A bucket whose turn has not come. */
export interface Refusal extends NotYet {
  name: string;
}

const isPaced = (limit: Limit): limit is Paced => limit.perSecond !== null;

/** Takes a turn in each of the buckets; what it gets instead when one is too far away. */
export async function takeTurns(
  quota: Quota,
  limits: readonly Limit[],
  patience: Patience,
): Promise<Refusal | null> {
  for (const limit of limits.filter(isPaced)) {
    const notYet = await takeTurn(quota, limit, patience);
    if (notYet) return { name: limit.name, ...notYet };
  }
  return null;
}

/**
 * What a step's transport asks before each request. The turn of the first one has been taken (`wasTaken`); a further
 * one takes its own, and fails as `limited` when that is too far away.
 */
export function stepGate(quota: Quota, limits: readonly Limit[]): (url: string) => Promise<void> {
  const paced = limits.filter(isPaced);
  let isFirst = true;
  return async () => {
    if (!isFirst) refuse(await takeTurns(quota, paced, PATIENCE.called));
    isFirst = false;
    for (const limit of paced) await spaced(quota, limit);
  };
}

/** The same for what is no step: a poll, a picker, a check. */
export function quietGate(app: "stripe" | "customerio", quota: Quota): (url: string) => Promise<void> {
  return async (url) => {
    const limits = limitsOf(quota, bucketOfUrl(app, url));
    refuse(await takeTurns(quota, limits, PATIENCE.background));
  };
}

function refuse(refusal: Refusal | null): void {
  if (!refusal) return;
  const { name, waitMs, why } = refusal;
  throw new TransportError("limited", limitedWords(name, why), {
    requestMayHaveArrived: false,
    retryAfterMs: Math.round(waitMs),
  });
}

/** Why a call waits, in plain words. */
export function limitedWords(name: string, why: string | null): string {
  return why ?? `The account's limit for calls of this kind (${name}) is used up for the moment.`;
}
