import type Stripe from "stripe";
import { AppError } from "~/server/errors";
import type { SandboxActInput } from "~/server/services/sandbox/schemas";
import type { StripeSession } from "./session";
import { currentSubscription } from "./subscriptions";

/** What a button does: changes the account, emits, and says what happened. */
export type SandboxAct = (
  session: StripeSession,
  input: SandboxActInput,
) => Promise<{ customerId: string; message: string }>;

export function nameOf(customer: Stripe.Customer): string {
  return customer.name ?? customer.email ?? customer.id;
}

/** The chosen customer; throws `invalid_input` or `not_found` with the remedy. */
export async function chosenCustomer(
  session: StripeSession,
  input: SandboxActInput,
): Promise<Stripe.Customer> {
  if (!input.customerId)
    throw new AppError("invalid_input", "customerId is missing: choose a customer first.");
  const customer = await session.store.get<Stripe.Customer>("customer", input.customerId);
  if (!customer)
    throw new AppError("not_found", "This sandbox customer does not exist any more. Choose another one.");
  return customer;
}

/** The customer's running subscription; throws `conflict` when there is none. */
export async function runningSubscription(
  session: StripeSession,
  customer: Stripe.Customer,
): Promise<Stripe.Subscription> {
  const subscription = await currentSubscription(session.store, customer.id);
  if (!subscription)
    throw new AppError("conflict", `${nameOf(customer)} has no subscription. Press "Subscribe" first.`);
  return subscription;
}

/** Throws `conflict` when the customer already has a running subscription. */
export async function requireNoSubscription(
  session: StripeSession,
  customer: Stripe.Customer,
): Promise<void> {
  if (await currentSubscription(session.store, customer.id)) {
    throw new AppError(
      "conflict",
      `${nameOf(customer)} already has a subscription. Press "Cancel now" or "Change plan".`,
    );
  }
}
