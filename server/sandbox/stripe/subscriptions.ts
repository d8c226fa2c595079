import type Stripe from "stripe";
import { listOf } from "~/server/connectors/stripe/fixtures";
import {
  subscription as newSubscription,
  subscriptionItem,
} from "~/server/connectors/stripe/fixtures-billing";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeSession } from "./session";

export const MONTH = 30 * 86_400;

/** The one item of a sandbox subscription. */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const item = subscription.items.data[0];
  if (!item) throw new Error(`Subscription ${subscription.id} has no item`);
  return item;
}

function withItem(subscription: Stripe.Subscription, item: Stripe.SubscriptionItem): Stripe.Subscription {
  return { ...subscription, items: listOf([item], `/v1/subscription_items?subscription=${subscription.id}`) };
}

/** The customer's newest subscription that has not ended. */
export async function currentSubscription(
  store: Store,
  customer: string,
): Promise<Stripe.Subscription | null> {
  const all = await store.list<Stripe.Subscription>("subscription", { where: { customer } });
  return all.find((subscription) => subscription.ended_at === null) ?? null;
}

/** Makes a subscription, with a trial of so many days if told; nothing is emitted yet. */
export function draftSubscription(customer: string, price: Stripe.Price, trialDays = 0): Stripe.Subscription {
  const id = newId("sub_1", 23);
  const now = unixNow();
  const trialEnd = trialDays > 0 ? now + trialDays * 86_400 : null;
  const item = subscriptionItem({
    id: newId("si_", 14),
    subscription: id,
    price,
    periodStart: now,
    periodEnd: trialEnd ?? now + MONTH,
  });
  const made = newSubscription({
    id,
    customer,
    created: now,
    billing_cycle_anchor: trialEnd ?? now,
    currency: price.currency,
    status: trialEnd ? "trialing" : "active",
    trial_start: trialEnd ? now : null,
    trial_end: trialEnd,
  });
  return withItem(made, item);
}

/** The subscription one billing period later. */
export function renewed(subscription: Stripe.Subscription): Stripe.Subscription {
  const item = itemOf(subscription);
  const start = item.current_period_end;
  return withItem(subscription, { ...item, current_period_start: start, current_period_end: start + MONTH });
}

/** The subscription at another price, in the same period. */
export function repriced(subscription: Stripe.Subscription, price: Stripe.Price): Stripe.Subscription {
  const item = itemOf(subscription);
  const next = subscriptionItem({
    id: item.id,
    subscription: subscription.id,
    price,
    quantity: item.quantity ?? 1,
    periodStart: item.current_period_start,
    periodEnd: item.current_period_end,
  });
  return withItem(subscription, { ...next, created: item.created });
}

/** Ends a subscription now and emits `customer.subscription.deleted`. */
export async function endSubscription(
  session: StripeSession,
  before: Stripe.Subscription,
): Promise<Stripe.Subscription> {
  const now = unixNow();
  const after: Stripe.Subscription = {
    ...before,
    status: "canceled",
    canceled_at: before.canceled_at ?? now,
    ended_at: now,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      reason: "cancellation_requested",
    },
  };
  await session.store.put("subscription", after.id, after);
  await session.emit("customer.subscription.deleted", after);
  return after;
}

/** Sets or lifts "cancel at the end of the period"; emits `customer.subscription.updated`. */
export async function cancelAtPeriodEnd(
  session: StripeSession,
  before: Stripe.Subscription,
  cancel: boolean,
): Promise<Stripe.Subscription> {
  const after: Stripe.Subscription = {
    ...before,
    cancel_at_period_end: cancel,
    cancel_at: cancel ? itemOf(before).current_period_end : null,
    canceled_at: cancel ? (before.canceled_at ?? unixNow()) : null,
  };
  await session.change("customer.subscription.updated", "subscription", before, after);
  return after;
}
