import type Stripe from "stripe";
import { listOf, SAMPLE_TIME, price as samplePrice, wireDecimal } from "./fixtures";

const MONTH = 30 * 86_400;

function planOf(price: Stripe.Price): Stripe.Plan {
  return {
    id: price.id,
    object: "plan",
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: "per_unit",
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? "month",
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: "licensed",
  };
}

interface ItemOptions {
  id?: string;
  subscription?: string;
  price?: Stripe.Price;
  quantity?: number;
  /** Unix seconds. */
  periodStart?: number;
  periodEnd?: number;
}

/** One item of a subscription; the billing period lives here, not on the subscription. */
export function subscriptionItem(options: ItemOptions = {}): Stripe.SubscriptionItem {
  const price = options.price ?? samplePrice();
  const start = options.periodStart ?? SAMPLE_TIME;
  return {
    id: options.id ?? "si_TBillhookSample",
    object: "subscription_item",
    billing_thresholds: null,
    created: start,
    current_period_start: start,
    current_period_end: options.periodEnd ?? start + MONTH,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: planOf(price),
    price,
    quantity: options.quantity ?? 1,
    subscription: options.subscription ?? "sub_1TBillhookSample",
    tax_rates: [],
  };
}

/** An active subscription with one item. https://docs.stripe.com/api/subscriptions/object */
export function subscription(given: Partial<Stripe.Subscription> = {}): Stripe.Subscription {
  const id = given.id ?? "sub_1TBillhookSample";
  const created = given.created ?? SAMPLE_TIME;
  return {
    id,
    object: "subscription",
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: created,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: "included" }, type: "flexible" },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: "charge_automatically",
    created,
    currency: "usd",
    customer: "cus_TBillhookSample",
    customer_account: null,
    days_until_due: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: "self" },
    },
    items: listOf(
      [subscriptionItem({ subscription: id, periodStart: created })],
      `/v1/subscription_items?subscription=${id}`,
    ),
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: "off",
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: created,
    status: "active",
    test_clock: null,
    transfer_data: null,
    trial_end: null,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" },
    },
    trial_start: null,
    ...given,
  };
}

/** The line that bills one subscription item; `amount` in minor units. */
export function invoiceLine(
  invoice: string,
  item: Stripe.SubscriptionItem,
  amount: number,
): Stripe.InvoiceLineItem {
  const { price } = item;
  return {
    id: `il_${invoice.slice(3)}`,
    object: "line_item",
    amount,
    currency: price.currency,
    description: `${item.quantity ?? 1} × ${price.nickname ?? "Subscription"}`,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: item.subscription,
        subscription_item: item.id,
      },
      type: "subscription_item_details",
    },
    period: { start: item.current_period_start, end: item.current_period_end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: {
        price: price.id,
        product: typeof price.product === "string" ? price.product : price.product.id,
      },
      type: "price_details",
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity: item.quantity ?? 1,
    quantity_decimal: wireDecimal(item.quantity ?? 1),
    subscription: item.subscription,
    subtotal: amount,
    taxes: [],
  };
}
