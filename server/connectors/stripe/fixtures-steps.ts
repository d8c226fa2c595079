import type Stripe from "stripe";
import { SAMPLE_TIME, wireDecimal } from "./fixtures";
import { invoice } from "./fixtures-invoice";

/** A credit of 49.00 USD. https://docs.stripe.com/api/customer_balance_transactions/object */
export function balanceTransaction(
  given: Partial<Stripe.CustomerBalanceTransaction> = {},
): Stripe.CustomerBalanceTransaction {
  return {
    id: "cbtxn_1TBillhookSample",
    object: "customer_balance_transaction",
    amount: -4900,
    checkout_session: null,
    created: SAMPLE_TIME,
    credit_note: null,
    currency: "usd",
    customer: "cus_TBillhookSample",
    customer_account: null,
    description: null,
    ending_balance: -4900,
    invoice: null,
    livemode: false,
    metadata: {},
    type: "adjustment",
    ...given,
  };
}

/** A saved Visa card. https://docs.stripe.com/api/payment_methods/object */
export function savedCard(): Stripe.PaymentMethod {
  return {
    id: "pm_1TBillhookSample",
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: {
      address: null,
      email: "ada.lovelace@example.com",
      name: "Ada Lovelace",
      phone: null,
      tax_id: null,
    },
    card: {
      brand: "visa",
      checks: null,
      country: "US",
      display_brand: "visa",
      exp_month: 12,
      exp_year: 2030,
      fingerprint: "B1LLH00KSANDBOX1",
      funding: "credit",
      generated_from: null,
      last4: "4242",
      networks: null,
      regulated_status: "unregulated",
      three_d_secure_usage: null,
      wallet: null,
    },
    created: SAMPLE_TIME,
    customer: "cus_TBillhookSample",
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  };
}

/** A line of 49.00 USD that waits for the next invoice. https://docs.stripe.com/api/invoiceitems/object */
export function invoiceItem(): Stripe.InvoiceItem {
  return {
    id: "ii_1TBillhookSample",
    object: "invoiceitem",
    amount: 4900,
    currency: "usd",
    customer: "cus_TBillhookSample",
    customer_account: null,
    date: SAMPLE_TIME,
    description: "Onboarding workshop",
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    parent: null,
    period: { start: SAMPLE_TIME, end: SAMPLE_TIME },
    pricing: null,
    proration: false,
    quantity: 1,
    quantity_decimal: wireDecimal(1),
    tax_rates: [],
    test_clock: null,
  };
}

/** An invoice that nobody has seen yet. */
export function draftInvoice(): Stripe.Invoice {
  return invoice({
    status: "draft",
    amount_paid: 0,
    attempted: false,
    attempt_count: 0,
    billing_reason: "manual",
    hosted_invoice_url: null,
    invoice_pdf: null,
    parent: null,
  });
}

/** An invoice that waits to be paid. */
export function openInvoice(): Stripe.Invoice {
  return invoice({ status: "open", amount_paid: 0, amount_remaining: 4900, attempted: false });
}
