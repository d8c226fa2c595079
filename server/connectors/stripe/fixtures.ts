import type Stripe from "stripe";

/** 2026-09-21T14:13:20Z: when the sample objects were made, unless told otherwise. */
export const SAMPLE_TIME = 1_790_000_000;

/** The SDK's, as its type says. Written out, so that a browser that shows samples does not load the SDK. */
const API_VERSION: typeof Stripe.API_VERSION = "2026-10-28.endive";

/** The webhook envelope as Stripe posts it. https://docs.stripe.com/api/events/object */
export interface StripeEventEnvelope {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: object };
  livemode: boolean;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: string;
}

interface EventOptions {
  id?: string;
  /** Unix seconds. */
  created?: number;
  previousAttributes?: object;
  livemode?: boolean;
  requestId?: string | null;
  idempotencyKey?: string | null;
}

/** Wraps an object in today's event envelope (`api_version` is the SDK's). */
export function stripeEvent(
  type: Stripe.Event["type"],
  object: object,
  options: EventOptions = {},
): StripeEventEnvelope {
  const previous = options.previousAttributes;
  return {
    id: options.id ?? "evt_1TBillhookSample00000001",
    object: "event",
    api_version: API_VERSION,
    created: options.created ?? SAMPLE_TIME,
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: options.livemode ?? false,
    pending_webhooks: 1,
    request: { id: options.requestId ?? null, idempotency_key: options.idempotencyKey ?? null },
    type,
  };
}

/** A decimal as it travels: a string. The SDK makes its Decimal class of it only when it parses an answer. */
export function wireDecimal(value: number): Stripe.Decimal {
  return String(value) as unknown as Stripe.Decimal;
}

/** A list as Stripe nests it inside another object. */
export function listOf<T>(data: T[], url: string): Stripe.ApiList<T> {
  return { object: "list", data, has_more: false, url };
}

/** https://docs.stripe.com/api/customers/object */
export function customer(given: Partial<Stripe.Customer> = {}): Stripe.Customer {
  return {
    id: "cus_TBillhookSample",
    object: "customer",
    address: null,
    balance: 0,
    created: SAMPLE_TIME,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: "ada.lovelace@example.com",
    invoice_prefix: "B1LLH00K",
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: "Ada Lovelace",
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
    ...given,
  };
}

/** https://docs.stripe.com/api/products/object */
export function product(given: Partial<Stripe.Product> = {}): Stripe.Product {
  return {
    id: "prod_TBillhookSample",
    object: "product",
    active: true,
    created: SAMPLE_TIME,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: "Pro",
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: null,
    updated: SAMPLE_TIME,
    url: null,
    ...given,
  };
}

/** A monthly price of 49.00 USD. https://docs.stripe.com/api/prices/object */
export function price(given: Partial<Stripe.Price> = {}): Stripe.Price {
  const amount = given.unit_amount === undefined ? 4900 : given.unit_amount;
  return {
    id: "price_1TBillhookSample",
    object: "price",
    active: true,
    billing_scheme: "per_unit",
    created: SAMPLE_TIME,
    currency: "usd",
    custom_unit_amount: null,
    livemode: false,
    lookup_key: "pro_monthly",
    metadata: {},
    nickname: "Pro",
    product: "prod_TBillhookSample",
    recurring: {
      interval: "month",
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: "licensed",
    },
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: "recurring",
    unit_amount: amount,
    unit_amount_decimal: amount === null ? null : wireDecimal(amount),
    ...given,
  };
}
