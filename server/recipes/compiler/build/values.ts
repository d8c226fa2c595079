/** What a field of that name most likely holds, in events of this type; the path below the object. */
const COMMON: Readonly<Record<string, string>> = {
  currency: "currency",
  status: "status",
  livemode: "livemode",
  created: "created",
  description: "description",
  customer: "customer",
};

const BY_EVENT: readonly [RegExp, Readonly<Record<string, string>>][] = [
  [
    /^customer\.subscription\./,
    {
      plan: "items.data[0].price.nickname",
      plan_name: "items.data[0].price.nickname",
      price: "items.data[0].price.id",
      amount: "items.data[0].price.unit_amount",
      mrr: "items.data[0].price.unit_amount",
      interval: "items.data[0].price.recurring.interval",
      quantity: "items.data[0].quantity",
      seats: "items.data[0].quantity",
      trial_end: "trial_end",
      trial_start: "trial_start",
      trial_end_date: "trial_end",
      trial_ends_at: "trial_end",
      renewal_date: "items.data[0].current_period_end",
      next_renewal: "items.data[0].current_period_end",
      current_period_end: "items.data[0].current_period_end",
      canceled_at: "canceled_at",
      cancel_at: "cancel_at",
      cancellation_reason: "cancellation_details.reason",
      reason: "cancellation_details.reason",
      feedback: "cancellation_details.feedback",
      cancel_reason: "cancellation_details.reason",
      subscription_id: "id",
      subscription_status: "status",
      start_date: "start_date",
      started_at: "start_date",
      product: "items.data[0].price.product",
      value: "items.data[0].price.unit_amount",
      ends_at: "cancel_at",
      end_date: "ended_at",
    },
  ],
  [
    /^invoice\./,
    {
      amount: "amount_due",
      amount_due: "amount_due",
      amount_paid: "amount_paid",
      last_payment_amount: "amount_paid",
      last_payment_date: "status_transitions.paid_at",
      paid_at: "status_transitions.paid_at",
      invoice_url: "hosted_invoice_url",
      pay_url: "hosted_invoice_url",
      url: "hosted_invoice_url",
      link: "hosted_invoice_url",
      pdf: "invoice_pdf",
      invoice_pdf: "invoice_pdf",
      number: "number",
      invoice_number: "number",
      due_date: "due_date",
      attempt: "attempt_count",
      attempts: "attempt_count",
      attempt_count: "attempt_count",
      total: "total",
      email: "customer_email",
      name: "customer_name",
      phone: "customer_phone",
      country: "customer_address.country",
      next_payment_attempt: "next_payment_attempt",
      invoice_id: "id",
      plan: "lines.data[0].description",
      billing_reason: "billing_reason",
      ltv: "amount_paid",
      value: "amount_paid",
    },
  ],
  [
    /^checkout\./,
    {
      amount: "amount_total",
      total: "amount_total",
      email: "customer_details.email",
      name: "customer_details.name",
      phone: "customer_details.phone",
      country: "customer_details.address.country",
      url: "url",
      recovery_url: "after_expiration.recovery.url",
      mode: "mode",
      value: "amount_total",
    },
  ],
  [
    /^charge\.refunded/,
    { amount: "amount_refunded", refund_amount: "amount_refunded", amount_refunded: "amount_refunded" },
  ],
  [/^charge\.dispute/, { amount: "amount", reason: "reason", due_by: "evidence_details.due_by" }],
  [
    /^charge\./,
    {
      amount: "amount",
      receipt_url: "receipt_url",
      failure_code: "failure_code",
      failure_message: "failure_message",
      reason: "failure_message",
      country: "billing_details.address.country",
      last_payment_amount: "amount",
      last_payment_date: "created",
      value: "amount",
    },
  ],
  [
    /^payment_intent\./,
    {
      amount: "amount",
      value: "amount",
      last_payment_amount: "amount_received",
      last_payment_date: "created",
      failure_message: "last_payment_error.message",
      reason: "last_payment_error.message",
      receipt_email: "receipt_email",
    },
  ],
  [
    /^customer\.discount/,
    {
      coupon: "source.coupon",
      discount: "source.coupon",
      promotion_code: "promotion_code",
      code: "promotion_code",
    },
  ],
  [/^customer\.source/, { brand: "brand", last4: "last4", exp_month: "exp_month", exp_year: "exp_year" }],
  [/^customer\.tax_id/, { tax_id: "value", vat: "value", vat_id: "value", type: "type", country: "country" }],
  [
    /^customer\.(created|updated|deleted)/,
    {
      email: "email",
      name: "name",
      phone: "phone",
      country: "address.country",
      city: "address.city",
      address: "address.line1",
      postal_code: "address.postal_code",
      locale: "preferred_locales[0]",
      language: "preferred_locales[0]",
      balance: "balance",
      delinquent: "delinquent",
      customer_since: "created",
      signup_date: "created",
    },
  ],
  [
    /^payout\./,
    {
      amount: "amount",
      arrival_date: "arrival_date",
      failure_message: "failure_message",
      reason: "failure_message",
    },
  ],
  [/^quote\./, { amount: "amount_total", total: "amount_total", number: "number" }],
];

/** The path below the event's object that holds this; null when nothing fits. */
export function pathOf(name: string, event: string): string | null {
  const key = name.toLowerCase().replace(/[\s-]+/g, "_");
  for (const [pattern, paths] of BY_EVENT) {
    const path = pattern.test(event) ? paths[key] : undefined;
    if (path) return path;
  }
  return COMMON[key] ?? null;
}

/** Fields that always say what an event is about, for events and messages that name none. */
export function usualFields(event: string): Record<string, string> {
  const names = USUAL.find(([pattern]) => pattern.test(event))?.[1] ?? [];
  return Object.fromEntries(
    names.flatMap((name) => {
      const path = pathOf(name, event);
      return path ? [[name, `{{ trigger.data.object.${path} }}`]] : [];
    }),
  );
}

const USUAL: readonly [RegExp, readonly string[]][] = [
  [/^customer\.subscription\.trial/, ["plan", "trial_end"]],
  [/^customer\.subscription\./, ["plan", "amount", "currency", "status"]],
  [/^invoice\.paid/, ["amount_paid", "currency", "invoice_url"]],
  [/^invoice\./, ["amount_due", "currency", "invoice_url"]],
  [/^(checkout|charge|payment_intent|quote|payout)\./, ["amount", "currency"]],
  [/^customer\.source\./, ["brand", "last4"]],
];

/** Fields that are missing now and then, with what stands in for them. */
export function fallbacks(fields: Record<string, unknown>, prefix: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => typeof value === "string" && value.includes("{{"))
      .map(([name]) => [`${prefix}.${name}`, null]),
  );
}
