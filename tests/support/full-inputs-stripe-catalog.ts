import type { FullInputs } from "./full-inputs";

const metadata = { segment: "vip", seats: 3 };
const created = { gte: "2026-09-01", lte: 1_790_000_000 };
const paging = { limit: 25, starting_after: "x_before" };
const items = [{ price: "price_1", quantity: "2" }];
const checkout = {
  success_url: "https://example.com/welcome",
  cancel_url: "https://example.com/prices",
  client_reference_id: "42",
  currency: "usd",
  after_expiration: { recovery: { enabled: true, allow_promotion_codes: true } },
  expires_at: "2026-12-31",
  locale: "de",
  metadata,
};
const note = {
  invoice: "in_1",
  reason: "order_change",
  memo: "Sorry",
  email_type: "none",
  effective_at: "2026-09-30",
  metadata,
  if_exists: "create",
  confirm: true,
};

/** Fields that exclude each other are spread over several inputs. */
export const FULL_STRIPE_CATALOG: FullInputs = {
  "stripe.subscription.extend_trial": { id: "sub_1", days: "14" },
  "stripe.product.create": {
    name: "Pro plan",
    id: "pro-plan",
    description: "All there is",
    default_price_data: {
      currency: "usd",
      unit_amount: 4900,
      recurring: { interval: "month", interval_count: 3 },
      tax_behavior: "exclusive",
    },
    active: true,
    images: ["https://example.com/pro.png"],
    url: "https://example.com/pro",
    statement_descriptor: "PRO PLAN",
    unit_label: "seat",
    tax_code: "txcd_10103001",
    metadata,
    if_exists: "create",
  },
  "stripe.price.create": {
    product: "prod_1",
    unit_amount: "4900",
    currency: "usd",
    recurring: { interval: "year", interval_count: 1 },
    lookup_key: "pro_yearly",
    nickname: "Pro, yearly",
    transfer_lookup_key: true,
    tax_behavior: "inclusive",
    active: true,
    metadata,
    if_exists: "create",
  },
  "stripe.price.list": {
    lookup_keys: ["pro_monthly", "pro_yearly"],
    product: "prod_1",
    active: true,
    type: "recurring",
    currency: "usd",
    created,
    ...paging,
  },
  "stripe.coupon.create": [
    {
      percent_off: "12.5",
      duration: "repeating",
      duration_in_months: 3,
      name: "Welcome",
      id: "WELCOME12",
      max_redemptions: 100,
      redeem_by: "2026-12-31",
      applies_to: { products: ["prod_1"] },
      metadata,
      if_exists: "create",
    },
    { amount_off: 500, currency: "usd", duration: "once", if_exists: "create" },
  ],
  "stripe.promotion_code.create": {
    coupon: "WELCOME12",
    code: "ADA-12",
    customer: "cus_1",
    expires_at: "2026-12-31",
    max_redemptions: 1,
    active: true,
    restrictions: { first_time_transaction: true, minimum_amount: 1000, minimum_amount_currency: "usd" },
    metadata,
    if_exists: "create",
  },
  "stripe.checkout_session.create": [
    {
      ...checkout,
      mode: "subscription",
      line_items: items,
      customer: "cus_1",
      discounts: [{ coupon: "WELCOME12" }],
      subscription_data: { trial_period_days: 14, description: "Pro" },
    },
    {
      ...checkout,
      mode: "payment",
      line_items: items,
      customer_email: "ada@example.com",
      allow_promotion_codes: true,
    },
    {
      mode: "payment",
      line_items: items,
      success_url: "https://example.com/",
      discounts: [{ promotion_code: "promo_1" }],
    },
    { mode: "setup", success_url: "https://example.com/", currency: "usd" },
  ],
  "stripe.checkout_session.get": { id: "cs_1", with_line_items: true, expand: ["customer"] },
  "stripe.payment_link.create": [
    {
      line_items: items,
      after_completion: { type: "redirect", redirect: { url: "https://example.com/thanks" } },
      allow_promotion_codes: true,
      subscription_data: { trial_period_days: 14, description: "Pro" },
      restrictions: { completed_sessions: { limit: 10 } },
      inactive_message: "Sold out",
      metadata,
    },
    {
      line_items: items,
      after_completion: { type: "hosted_confirmation", hosted_confirmation: { custom_message: "Thank you" } },
    },
  ],
  "stripe.billing_portal.create": [
    {
      customer: "cus_1",
      return_url: "https://example.com/account",
      flow_data: { type: "subscription_cancel", subscription_cancel: { subscription: "sub_1" } },
      configuration: "bpc_1",
      locale: "fr",
    },
    {
      customer: "cus_1",
      flow_data: { type: "subscription_update", subscription_update: { subscription: "sub_1" } },
    },
    { customer: "cus_1", flow_data: { type: "payment_method_update" } },
  ],
  "stripe.credit_note.create": [
    { ...note, amount: 1000, refund_amount: 400, credit_amount: 400, out_of_band_amount: 200 },
    {
      ...note,
      lines: [
        { type: "invoice_line_item", invoice_line_item: "il_1", amount: 300 },
        { type: "custom_line_item", description: "Goodwill", quantity: 1, unit_amount: 500 },
      ],
    },
  ],
  "stripe.quote.create": {
    customer: "cus_1",
    line_items: items,
    description: "Ten seats",
    expires_at: "2026-12-31",
    header: "Offer",
    footer: "Thank you",
    collection_method: "charge_automatically",
    discounts: [{ coupon: "WELCOME12" }, { promotion_code: "promo_1" }],
    metadata,
    if_exists: "create",
  },
  "stripe.quote.finalize": { id: "qt_1", expires_at: "2026-12-31" },
  "stripe.meter_event.create": {
    event_name: "api_calls",
    payload: { stripe_customer_id: "cus_1", value: 25 },
    identifier: "usage-1",
    timestamp: "2026-09-21",
  },
  "stripe.balance.get": { with_payouts: true, status: "paid", created, limit: 5 },
  "stripe.event.list": [
    { id: "evt_1" },
    { types: ["customer.created", "invoice.paid"], created, delivery_success: true, ...paging },
  ],
  "stripe.entitlement.list": { customer: "cus_1", ...paging },
  "stripe.api": [
    {
      method: "POST",
      path: "/v1/customers/cus_1",
      body: { name: "Ada", metadata },
      stripe_account: "acct_1",
      stripe_version: "2026-10-28.endive",
    },
    { method: "DELETE", path: "/v1/customers/cus_1", confirm: true },
    { method: "GET", path: "/v1/customers?email=ada%40example.com", paginate: true },
  ],
};
