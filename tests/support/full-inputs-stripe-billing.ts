import type { FullInputs } from "./full-inputs";

const address = {
  line1: "12 St James's Square",
  line2: "Second floor",
  postal_code: "SW1Y 4JH",
  city: "London",
  state: "Greater London",
  country: "GB",
};
const metadata = { segment: "vip", seats: 3 };
const customer = {
  email: "ada@example.com",
  name: "Ada Lovelace",
  metadata,
  phone: "+442071234567",
  description: "Came from the webinar",
  address,
  shipping: { name: "Ada Lovelace", phone: "+442071234567", address },
  preferred_locales: ["en", "de"],
  tax_exempt: "reverse",
};
const created = { gte: "2026-09-01", lte: 1_790_000_000 };
const paging = { limit: 25, starting_after: "cus_before" };
const discounts = [{ coupon: "WELCOME" }, { promotion_code: "promo_1" }];
const paid = {
  default_payment_method: "pm_1",
  collection_method: "send_invoice",
  days_until_due: 14,
  discounts,
};
const subscription = {
  ...paid,
  cancel_at_period_end: true,
  payment_behavior: "allow_incomplete",
  proration_behavior: "none",
  description: "Pro, yearly",
  metadata,
};
const search = { query: "metadata['segment']:'vip'", limit: 5, page: "next_1" };
const cancellation_details = { feedback: "too_expensive", comment: "Found something cheaper" };
const invoice = {
  customer: "cus_1",
  description: "Workshop",
  subscription: "sub_1",
  currency: "usd",
  footer: "Thank you",
  pending_invoice_items_behavior: "include",
  auto_advance: false,
  default_payment_method: "pm_1",
  discounts,
  metadata,
  if_exists: "create",
};
const line = {
  customer: "cus_1",
  description: "Workshop",
  invoice: "in_1",
  subscription: "sub_1",
  period: { start: "2026-09-01", end: "2026-09-30" },
  discountable: false,
  discounts,
  metadata,
  if_exists: "create",
};

/** Fields that exclude each other are spread over several inputs. */
export const FULL_STRIPE_BILLING: FullInputs = {
  "stripe.customer.create": {
    ...customer,
    payment_method: "pm_1",
    test_clock: "clock_1",
    if_exists: "create",
  },
  "stripe.customer.update": {
    id: "cus_1",
    ...customer,
    invoice_settings: { default_payment_method: "pm_1", footer: "Thank you" },
    default_source: "card_1",
  },
  "stripe.customer.upsert": { ...customer, if_many: "first" },
  "stripe.customer.get": { id: "cus_1", expand: ["default_source"] },
  "stripe.customer.list": { email: "ada@example.com", created, ...paging },
  "stripe.customer.search": search,
  "stripe.customer.delete": { id: "cus_1", confirm: true },
  "stripe.customer.balance": {
    id: "cus_1",
    amount: "-500",
    currency: "usd",
    description: "Sorry for the outage",
    metadata,
    if_exists: "create",
  },
  "stripe.customer.payment_methods": { id: "cus_1", type: "card", ...paging },
  "stripe.subscription.create": [
    {
      customer: "cus_1",
      items: [{ price: "price_1", quantity: "2" }],
      trial_period_days: 14,
      ...subscription,
      if_exists: "create",
    },
    { customer: "cus_1", items: [{ price: "price_1" }], trial_end: "2026-12-31", if_exists: "create" },
  ],
  "stripe.subscription.update": [
    {
      id: "sub_1",
      items: [
        { id: "si_1", price: "price_2", quantity: 3 },
        { id: "si_2", deleted: true },
        { id: "new", price: "price_3" },
      ],
      trial_end: "2026-12-31",
      ...subscription,
      pause_collection: { behavior: "keep_as_draft", resumes_at: "2026-12-31" },
    },
    { id: "sub_1", trial_end: "now", pause_collection: { behavior: "none" } },
    { id: "sub_1", items: [{ price: "price_2" }] },
  ],
  "stripe.subscription.cancel": [
    { id: "sub_1", when: "now", confirm: true, cancellation_details, invoice_now: true, prorate: true },
    { id: "sub_1", when: "period_end", cancellation_details },
  ],
  "stripe.subscription.resume": {
    id: "sub_1",
    billing_cycle_anchor: "unchanged",
    proration_behavior: "always_invoice",
  },
  "stripe.subscription.get": { id: "sub_1", expand: ["latest_invoice", "customer"] },
  "stripe.subscription.list": {
    customer: "cus_1",
    price: "price_1",
    status: "all",
    created,
    current_period_end: created,
    collection_method: "charge_automatically",
    ...paging,
  },
  "stripe.subscription.search": search,
  "stripe.invoice.create": [
    { ...invoice, collection_method: "send_invoice", days_until_due: 14 },
    { ...invoice, collection_method: "send_invoice", due_date: "2026-12-31" },
  ],
  "stripe.invoice_item.create": [
    { ...line, amount: -500, currency: "usd" },
    { ...line, price: "price_1", quantity: 2 },
  ],
  "stripe.invoice.finalize": { id: "in_1", auto_advance: true },
  "stripe.invoice.send": { id: "in_1" },
  "stripe.invoice.pay": { id: "in_1", payment_method: "pm_1", off_session: true, paid_out_of_band: false },
  "stripe.invoice.void": { id: "in_1", confirm: true },
  "stripe.invoice.mark_uncollectible": { id: "in_1", confirm: "true" },
  "stripe.invoice.get": { id: "in_1", expand: ["customer"] },
  "stripe.invoice.list": [
    {
      customer: "cus_1",
      status: "open",
      subscription: "sub_1",
      due_date: created,
      created,
      collection_method: "send_invoice",
      ...paging,
    },
    search,
  ],
  "stripe.invoice.preview": {
    customer: "cus_1",
    subscription: "sub_1",
    subscription_details: {
      items: [
        { id: "si_1", price: "price_2", quantity: 2 },
        { id: "si_2", deleted: true },
      ],
      proration_behavior: "create_prorations",
      cancel_at_period_end: false,
      cancel_now: false,
      trial_end: "now",
    },
    discounts,
    preview_mode: "next",
  },
  "stripe.payment_intent.create": [
    {
      amount: "4900",
      currency: "usd",
      customer: "cus_1",
      description: "Workshop",
      payment_method: "pm_1",
      confirm: true,
      off_session: true,
      return_url: "https://example.com/thanks",
      capture_method: "manual",
      setup_future_usage: "off_session",
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      receipt_email: "ada@example.com",
      statement_descriptor_suffix: "WORKSHOP",
      metadata,
      if_exists: "create",
    },
    { amount: 4900, currency: "usd" },
  ],
  "stripe.payment_intent.confirm": {
    id: "pi_1",
    payment_method: "pm_1",
    off_session: false,
    return_url: "https://example.com/thanks",
    receipt_email: "ada@example.com",
  },
  "stripe.payment_intent.capture": { id: "pi_1", amount_to_capture: 1000, metadata },
  "stripe.payment_intent.cancel": { id: "pi_1", cancellation_reason: "duplicate" },
  "stripe.payment_intent.find": [{ id: "pi_1" }, { customer: "cus_1", created, ...paging }, search],
  "stripe.charge.find": [
    { id: "ch_1" },
    { customer: "cus_1", payment_intent: "pi_1", created, ...paging },
    search,
  ],
  "stripe.refund.create": [
    {
      payment_intent: "pi_1",
      amount: 1000,
      reason: "requested_by_customer",
      metadata,
      if_exists: "create",
      confirm: true,
    },
    { charge: "ch_1", amount: 1000, confirm: true },
  ],
  "stripe.refund.list": { payment_intent: "pi_1", charge: "ch_1", created, ...paging },
};
