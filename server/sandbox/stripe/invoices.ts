import type Stripe from "stripe";
import { listOf } from "~/server/connectors/stripe/fixtures";
import { invoiceLine } from "~/server/connectors/stripe/fixtures-billing";
import { invoice as newInvoice, subscriptionParent } from "~/server/connectors/stripe/fixtures-invoice";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeSession } from "./session";
import { itemOf } from "./subscriptions";

/** The customer's newest invoice that waits for payment. */
export async function openInvoiceOf(store: Store, customer: string): Promise<Stripe.Invoice | null> {
  return (
    (await store.list<Stripe.Invoice>("invoice", { where: { customer, status: "open" }, limit: 1 }))[0] ??
    null
  );
}

/** Takes the next number of the customer's own sequence. */
async function nextNumber(store: Store, customer: Stripe.Customer): Promise<string> {
  const current = (await store.get<Stripe.Customer>("customer", customer.id)) ?? customer;
  const sequence = current.next_invoice_sequence ?? 1;
  await store.put("customer", current.id, { ...current, next_invoice_sequence: sequence + 1 });
  return `${current.invoice_prefix}-${String(sequence).padStart(4, "0")}`;
}

/** Bills one period: emits `invoice.created` (draft) and `invoice.finalized` (open). Amount 0 bills a trial. */
export async function openInvoice(
  session: StripeSession,
  customer: Stripe.Customer,
  subscription: Stripe.Subscription,
  reason: Stripe.Invoice.BillingReason,
): Promise<Stripe.Invoice> {
  const id = newId("in_1", 23);
  const now = unixNow();
  const item = itemOf(subscription);
  const total = subscription.status === "trialing" ? 0 : (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
  const draft = newInvoice({
    id,
    created: now,
    total,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_address: customer.address ?? null,
    currency: subscription.currency,
    billing_reason: reason,
    parent: subscriptionParent(subscription.id, subscription.metadata),
    lines: listOf([invoiceLine(id, item, total)], `/v1/invoices/${id}/lines`),
    status: "draft",
    number: null,
    amount_paid: 0,
    amount_remaining: total,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    effective_at: null,
    ending_balance: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    webhooks_delivered_at: null,
  });
  await session.emit("invoice.created", draft);
  const hosted = newInvoice({ id }).hosted_invoice_url ?? null;
  const open: Stripe.Invoice = {
    ...draft,
    status: "open",
    number: await nextNumber(session.store, customer),
    effective_at: now,
    ending_balance: 0,
    hosted_invoice_url: hosted,
    invoice_pdf: `${hosted}/pdf`,
    status_transitions: { ...draft.status_transitions, finalized_at: now },
    webhooks_delivered_at: now,
  };
  await session.store.put("invoice", id, open);
  await session.emit("invoice.finalized", open);
  return open;
}
