import type Stripe from "stripe";
import { AppError } from "~/server/errors";
import { unixNow } from "~/server/sandbox/ids";
import {
  chosenCustomer,
  nameOf,
  requireNoSubscription,
  runningSubscription,
  type SandboxAct,
} from "./act-context";
import { openInvoice } from "./invoices";
import { payInvoice } from "./payments";
import { type PlanId, planPrice } from "./plans";
import type { StripeSession } from "./session";
import { cancelAtPeriodEnd, draftSubscription, endSubscription, itemOf, repriced } from "./subscriptions";

const TRIAL_DAYS = 14;
const REMINDER_DAYS = 3;

/** Subscribes a customer and bills the first period; a trial's first invoice is over 0 and paid at once. */
export async function startSubscription(
  session: StripeSession,
  customer: Stripe.Customer,
  plan: PlanId,
  trialDays = 0,
): Promise<{ subscription: Stripe.Subscription; invoice: Stripe.Invoice }> {
  const draft = draftSubscription(customer.id, await planPrice(session.store, plan), trialDays);
  await session.store.put("subscription", draft.id, draft);
  await session.emit("customer.subscription.created", draft);
  const invoice = await payInvoice(
    session,
    await openInvoice(session, customer, draft, "subscription_create"),
  );
  const subscription = { ...draft, latest_invoice: invoice.id };
  await session.store.put("subscription", subscription.id, subscription);
  const before = await chosenCustomer(session, { action: "subscribe", customerId: customer.id });
  await session.change("customer.updated", "customer", before, { ...before, currency: invoice.currency });
  return { subscription, invoice };
}

export const subscribeAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  await requireNoSubscription(session, customer);
  const plan = input.plan ?? "pro";
  await startSubscription(session, customer, plan);
  return { customerId: customer.id, message: `${nameOf(customer)} subscribed to ${plan} and paid.` };
};

export const startTrialAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  await requireNoSubscription(session, customer);
  await startSubscription(session, customer, input.plan ?? "pro", TRIAL_DAYS);
  return { customerId: customer.id, message: `${nameOf(customer)} is on a trial of ${TRIAL_DAYS} days.` };
};

/** Moves the trial's end to three days from now, which is when Stripe sends its reminder. */
export const trialWillEndAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const subscription = await runningSubscription(session, customer);
  if (subscription.status !== "trialing") {
    throw new AppError("conflict", `${nameOf(customer)} is not in a trial. Press "Start trial" first.`);
  }
  const after = { ...subscription, trial_end: unixNow() + REMINDER_DAYS * 86_400 };
  await session.store.put("subscription", after.id, after);
  await session.emit("customer.subscription.trial_will_end", after);
  return {
    customerId: customer.id,
    message: `The trial of ${nameOf(customer)} ends in ${REMINDER_DAYS} days.`,
  };
};

function otherPlan(subscription: Stripe.Subscription): PlanId {
  const order: PlanId[] = ["starter", "pro", "scale"];
  const at = order.findIndex((plan) => itemOf(subscription).price.lookup_key === `${plan}_monthly`);
  return order[(at + 1) % order.length] ?? "pro";
}

export const changePlanAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const before = await runningSubscription(session, customer);
  const plan =
    input.plan && itemOf(before).price.lookup_key !== `${input.plan}_monthly`
      ? input.plan
      : otherPlan(before);
  const after = repriced(before, await planPrice(session.store, plan));
  await session.change("customer.subscription.updated", "subscription", before, after);
  return { customerId: customer.id, message: `${nameOf(customer)} is on ${plan} now.` };
};

export const cancelAtPeriodEndAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const before = await runningSubscription(session, customer);
  const cancel = !before.cancel_at_period_end;
  await cancelAtPeriodEnd(session, before, cancel);
  const message = cancel
    ? `The subscription of ${nameOf(customer)} ends with its period.`
    : `${nameOf(customer)} stays subscribed after all.`;
  return { customerId: customer.id, message };
};

export const cancelSubscriptionAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  await endSubscription(session, await runningSubscription(session, customer));
  return { customerId: customer.id, message: `The subscription of ${nameOf(customer)} was canceled.` };
};
