import type Stripe from "stripe";
import { listOf, SAMPLE_TIME } from "./fixtures";
import { invoiceLine, subscriptionItem } from "./fixtures-billing";

/** What an invoice says about where it came from: today this replaces `invoice.subscription`. */
export function subscriptionParent(
  subscription: string,
  metadata: Stripe.Metadata = {},
): Stripe.Invoice.Parent {
  return {
    quote_details: null,
    subscription_details: { metadata, subscription },
    type: "subscription_details",
  };
}

/** A paid subscription invoice of 49.00 USD. https://docs.stripe.com/api/invoices/object */
export function invoice(given: Partial<Stripe.Invoice> = {}): Stripe.Invoice {
  const id = given.id ?? "in_1TBillhookSample";
  const created = given.created ?? SAMPLE_TIME;
  const total = given.total ?? 4900;
  const hosted = `https://invoice.stripe.com/i/acct_sandbox/test_${id.slice(3)}`;
  return {
    id,
    object: "invoice",
    account_country: "US",
    account_name: "Billhook sandbox",
    account_tax_ids: null,
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: total,
    amount_remaining: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 1,
    attempted: true,
    auto_advance: false,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: "subscription_create",
    collection_method: "charge_automatically",
    created,
    currency: "usd",
    custom_fields: null,
    customer: "cus_TBillhookSample",
    customer_account: null,
    customer_address: null,
    customer_email: "ada.lovelace@example.com",
    customer_name: "Ada Lovelace",
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: "none",
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: created,
    ending_balance: 0,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: hosted,
    invoice_pdf: `${hosted}/pdf`,
    issuer: { type: "self" },
    last_finalization_error: null,
    latest_revision: null,
    lines: listOf(
      [invoiceLine(id, subscriptionItem({ periodStart: created }), total)],
      `/v1/invoices/${id}/lines`,
    ),
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: "B1LLH00K-0001",
    on_behalf_of: null,
    parent: subscriptionParent("sub_1TBillhookSample"),
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: created,
    period_start: created,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: "paid",
    status_transitions: {
      finalized_at: created,
      marked_uncollectible_at: null,
      paid_at: created,
      voided_at: null,
    },
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: created,
    ...given,
  };
}
