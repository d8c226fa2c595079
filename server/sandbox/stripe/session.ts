import type Stripe from "stripe";
import { stripeEvent } from "~/server/connectors/stripe/fixtures";
import { withAccount } from "~/server/sandbox/account";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { AccountScope, Store } from "~/server/sandbox/store";
import { type Delivery, deliverDue } from "./delivery";
import { previousAttributes } from "./difference";

/** The API request behind a change; an event of the account itself has neither. */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
}

export const NO_CAUSE: Cause = { requestId: null, idempotencyKey: null };

/** One exclusive change of a simulated Stripe account; its events are stored with it and delivered after it. */
export interface StripeSession {
  store: Store;
  emit(type: Stripe.Event["type"], object: object, previous?: object): Promise<void>;
  /** Stores `after` and emits `type` with the previous attributes, unless nothing changed. */
  change<T extends { id: string }>(
    type: Stripe.Event["type"],
    kind: string,
    before: T,
    after: NoInfer<T>,
  ): Promise<void>;
}

interface Outcome<T> {
  result: T;
  eventIds: string[];
  /** Ends when every new event was delivered or tried once. */
  delivered: Promise<void>;
}

/** Runs `work` as one transaction on the account, then posts what it emitted to the webhook. */
export async function stripeSession<T>(
  scope: AccountScope,
  cause: Cause,
  work: (session: StripeSession) => Promise<T>,
): Promise<Outcome<T>> {
  const eventIds: string[] = [];
  const result = await withAccount(scope, async (store) => {
    const emit = async (type: Stripe.Event["type"], object: object, previous?: object) => {
      eventIds.push(await record(store, cause, type, object, previous));
    };
    const change: StripeSession["change"] = async (type, kind, before, after) => {
      const previous = previousAttributes(before, after);
      if (!previous) return;
      await store.put(kind, after.id, after);
      await emit(type, after, previous);
    };
    return work({ store, emit, change });
  });
  return { result, eventIds, delivered: eventIds.length > 0 ? deliverDue(scope) : Promise.resolve() };
}

async function record(
  store: Store,
  cause: Cause,
  type: Stripe.Event["type"],
  object: object,
  previous?: object,
): Promise<string> {
  const id = newId("evt_1", 23);
  const event = stripeEvent(type, object, {
    id,
    created: unixNow(),
    requestId: cause.requestId,
    idempotencyKey: cause.idempotencyKey,
    ...(previous ? { previousAttributes: previous } : {}),
  });
  const delivery: Delivery = {
    id,
    type,
    status: "pending",
    attempts: 0,
    nextAttemptAt: new Date().toISOString(),
    detail: null,
  };
  await store.put("event", id, event);
  await store.put("delivery", id, delivery);
  return id;
}
