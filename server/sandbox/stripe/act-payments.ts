import type Stripe from "stripe";
import { AppError } from "~/server/errors";
import { chosenCustomer, nameOf, runningSubscription, type SandboxAct } from "./act-context";
import { openInvoice, openInvoiceOf } from "./invoices";
import { failInvoice, payInvoice } from "./payments";
import { disputeCharge, paidCharge, refundCharge } from "./reversals";
import type { StripeSession } from "./session";
import { currentSubscription, renewed } from "./subscriptions";

/** The invoice that waits for payment, or the next period's, after moving the subscription into it. */
async function invoiceToCollect(session: StripeSession, customer: Stripe.Customer): Promise<Stripe.Invoice> {
  const waiting = await openInvoiceOf(session.store, customer.id);
  if (waiting) return waiting;
  const before = await runningSubscription(session, customer);
  const after: Stripe.Subscription = {
    ...renewed(before),
    status: before.status === "trialing" ? "active" : before.status,
  };
  await session.change("customer.subscription.updated", "subscription", before, after);
  return openInvoice(session, customer, after, "subscription_cycle");
}

async function settle(
  session: StripeSession,
  customer: Stripe.Customer,
  invoice: Stripe.Invoice,
  isPaid: boolean,
): Promise<void> {
  const before = await currentSubscription(session.store, customer.id);
  const status = isPaid ? "active" : "past_due";
  if (before) {
    const after = { ...before, status, latest_invoice: invoice.id };
    await session.change("customer.subscription.updated", "subscription", before, after);
  }
  const stored = await chosenCustomer(session, { action: "payment_fails", customerId: customer.id });
  await session.change("customer.updated", "customer", stored, { ...stored, delinquent: !isPaid });
}

/** Collects the waiting invoice, or renews the subscription and collects that. */
export const paymentSucceedsAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const invoice = await payInvoice(session, await invoiceToCollect(session, customer));
  await settle(session, customer, invoice, true);
  return { customerId: customer.id, message: `${nameOf(customer)} paid invoice ${invoice.number}.` };
};

/** Declines the card for the waiting invoice, or renews the subscription and declines that. */
export const paymentFailsAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const invoice = await failInvoice(session, await invoiceToCollect(session, customer));
  await settle(session, customer, invoice, false);
  return {
    customerId: customer.id,
    message: `The card of ${nameOf(customer)} was declined (attempt ${invoice.attempt_count}).`,
  };
};

async function chargeWhere(
  session: StripeSession,
  customer: Stripe.Customer,
  wanted: (charge: Stripe.Charge) => boolean,
): Promise<Stripe.Charge> {
  const charge = await paidCharge(session.store, customer.id, wanted);
  if (!charge)
    throw new AppError(
      "conflict",
      `${nameOf(customer)} has no payment left for this. Press "Subscribe" or "Payment succeeds" first.`,
    );
  return charge;
}

export const refundAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const charge = await chargeWhere(session, customer, (paid) => !paid.refunded && !paid.disputed);
  await refundCharge(session, charge, { reason: "requested_by_customer" });
  return { customerId: customer.id, message: `${nameOf(customer)} got the money back.` };
};

export const disputeAct: SandboxAct = async (session, input) => {
  const customer = await chosenCustomer(session, input);
  const charge = await chargeWhere(session, customer, (paid) => !paid.disputed && !paid.refunded);
  await disputeCharge(session, charge);
  return { customerId: customer.id, message: `${nameOf(customer)} disputes a payment.` };
};
