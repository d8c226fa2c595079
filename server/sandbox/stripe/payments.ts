import type Stripe from "stripe";
import {
  charge as newCharge,
  paymentIntent as newIntent,
} from "~/server/connectors/stripe/fixtures-payments";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { StripeSession } from "./session";

const DECLINE = "Your card was declined.";

/** Which payment intent pays which invoice; today neither object names the other. */
export interface InvoicePaymentLink {
  invoice: string;
  payment_intent: string;
}

function customerOf(invoice: Stripe.Invoice): string {
  return typeof invoice.customer === "string" ? invoice.customer : (invoice.customer?.id ?? "");
}

/** The intent that collects this invoice; the first attempt makes it and emits `payment_intent.created`. */
async function intentFor(session: StripeSession, invoice: Stripe.Invoice): Promise<Stripe.PaymentIntent> {
  const link = await session.store.findBy<InvoicePaymentLink>("invoice_payment", "invoice", invoice.id);
  const known =
    link && (await session.store.get<Stripe.PaymentIntent>("payment_intent", link.payment_intent));
  if (known) return known;
  const made = newIntent({
    id: newId("pi_3", 23),
    amount: invoice.amount_remaining,
    amount_received: 0,
    currency: invoice.currency,
    customer: customerOf(invoice),
    created: unixNow(),
    description:
      invoice.billing_reason === "subscription_create" ? "Subscription creation" : "Subscription update",
    latest_charge: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  await session.store.put("payment_intent", made.id, made);
  const inpay: InvoicePaymentLink = { invoice: invoice.id, payment_intent: made.id };
  await session.store.put("invoice_payment", newId("inpay_1", 23), inpay);
  await session.emit("payment_intent.created", made);
  return made;
}

function attemptedCharge(
  invoice: Stripe.Invoice,
  intent: Stripe.PaymentIntent,
  given: Partial<Stripe.Charge>,
): Stripe.Charge {
  const base = newCharge({ id: newId("ch_3", 23), amount: invoice.amount_remaining });
  return {
    ...base,
    created: unixNow(),
    currency: invoice.currency,
    customer: customerOf(invoice),
    billing_details: { ...base.billing_details, email: invoice.customer_email, name: invoice.customer_name },
    description: intent.description,
    payment_intent: intent.id,
    ...given,
  };
}

/** Collects an open invoice: charge, intent, then `invoice.paid` and `invoice.payment_succeeded`. */
export async function payInvoice(session: StripeSession, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  if (invoice.amount_remaining > 0) {
    const intent = await intentFor(session, invoice);
    const charge = attemptedCharge(invoice, intent, {});
    await session.store.put("charge", charge.id, charge);
    await session.emit("charge.succeeded", charge);
    const succeeded: Stripe.PaymentIntent = {
      ...intent,
      status: "succeeded",
      amount_received: charge.amount,
      latest_charge: charge.id,
      last_payment_error: null,
      payment_method: charge.payment_method,
    };
    await session.store.put("payment_intent", succeeded.id, succeeded);
    await session.emit("payment_intent.succeeded", succeeded);
  }
  const paid: Stripe.Invoice = {
    ...invoice,
    status: "paid",
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, paid_at: unixNow() },
  };
  await session.store.put("invoice", paid.id, paid);
  await session.emit("invoice.paid", paid);
  await session.emit("invoice.payment_succeeded", paid);
  return paid;
}

/** The card is declined: `charge.failed`, `payment_intent.payment_failed`, `invoice.payment_failed`; retried in 3 days. */
export async function failInvoice(session: StripeSession, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  const intent = await intentFor(session, invoice);
  const charge = declinedCharge(invoice, intent);
  await session.store.put("charge", charge.id, charge);
  await session.emit("charge.failed", charge);
  const failed: Stripe.PaymentIntent = {
    ...intent,
    status: "requires_payment_method",
    latest_charge: charge.id,
    last_payment_error: {
      charge: charge.id,
      code: "card_declined",
      decline_code: "insufficient_funds",
      message: DECLINE,
      type: "card_error",
    },
  };
  await session.store.put("payment_intent", failed.id, failed);
  await session.emit("payment_intent.payment_failed", failed);
  const after: Stripe.Invoice = {
    ...invoice,
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: unixNow() + 3 * 86_400,
  };
  await session.store.put("invoice", after.id, after);
  await session.emit("invoice.payment_failed", after);
  return after;
}

function declinedCharge(invoice: Stripe.Invoice, intent: Stripe.PaymentIntent): Stripe.Charge {
  return attemptedCharge(invoice, intent, {
    amount_captured: 0,
    balance_transaction: null,
    captured: false,
    failure_code: "card_declined",
    failure_message: DECLINE,
    outcome: {
      advice_code: "try_again_later",
      network_advice_code: null,
      network_decline_code: "51",
      network_status: "declined_by_network",
      reason: "insufficient_funds",
      risk_level: "normal",
      risk_score: 12,
      seller_message: "The bank returned the decline code `insufficient_funds`.",
      type: "issuer_declined",
    },
    paid: false,
    receipt_url: null,
    status: "failed",
  });
}
