/** The money an event is about. */
export interface EventMoney {
  /** In the currency's smallest unit, as Stripe has it. */
  amount: number;
  /** In lower case, as Stripe has it. */
  currency: string;
  /** Events with one key are about the same money: a paid invoice and the payment that paid it. */
  key: string;
}

type Fields = Record<string, unknown>;

const INVOICE_DUE = ["created", "finalized", "payment_failed", "payment_action_required", "overdue"];
const INVOICE_END = ["sent", "marked_uncollectible", "voided", "upcoming", "will_be_due"];
const INTENT = ["created", "processing", "requires_action", "payment_failed", "canceled"];
const SESSION = ["completed", "expired", "async_payment_succeeded", "async_payment_failed"];
const DISPUTE = ["created", "updated", "closed", "funds_withdrawn", "funds_reinstated"];
const PAYOUT = ["created", "updated", "paid", "failed", "canceled", "reconciliation_completed"];

const each = (prefix: string, names: readonly string[], field: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${prefix}.${name}`, field]));

/**
 * The event types that are about an amount, and the field of their object that holds it. Whatever is not here has none: a
 * subscription's price is a rate, and no money moves when it changes.
 */
export const AMOUNT_FIELDS: Readonly<Record<string, string>> = {
  ...each("invoice", [...INVOICE_DUE, ...INVOICE_END], "amount_due"),
  "invoice.paid": "amount_paid",
  "invoice.payment_succeeded": "amount_paid",
  ...each("payment_intent", INTENT, "amount"),
  "payment_intent.amount_capturable_updated": "amount_capturable",
  "payment_intent.succeeded": "amount_received",
  ...each("charge", ["succeeded", "pending", "failed", "expired", "updated"], "amount"),
  "charge.captured": "amount_captured",
  "charge.refunded": "amount_refunded",
  ...each("charge.dispute", DISPUTE, "amount"),
  ...each("checkout.session", SESSION, "amount_total"),
  ...each("refund", ["created", "updated", "failed"], "amount"),
  ...each("credit_note", ["created", "updated", "voided"], "total"),
  ...each("quote", ["created", "finalized", "accepted", "canceled"], "amount_total"),
  ...each("payout", PAYOUT, "amount"),
};

/** Reads it out of an event's type and object; null where the type has none or the object does not say. */
export function moneyOfEvent(type: unknown, object: unknown): EventMoney | null {
  const field = typeof type === "string" && Object.hasOwn(AMOUNT_FIELDS, type) ? AMOUNT_FIELDS[type] : null;
  if (!field || typeof type !== "string" || typeof object !== "object" || object === null) return null;
  const fields = object as Fields;
  const amount = fields[field];
  const { currency } = fields;
  if (typeof amount !== "number" || !Number.isSafeInteger(amount) || amount <= 0) return null;
  if (typeof currency !== "string" || !/^[a-z]{3}$/i.test(currency)) return null;
  const key = keyOf(type, fields);
  return key === null ? null : { amount, currency: currency.toLowerCase(), key };
}

/** What goes back is other money than what came; else the invoice before its payment, the payment before its charge. */
function keyOf(type: string, fields: Fields): string | null {
  const own = idOf(fields);
  const payment = idOf(fields.payment_intent);
  if (type === "charge.refunded" || type.startsWith("refund.")) {
    const about = payment ?? idOf(fields.charge) ?? own;
    return about && `refund:${about}`;
  }
  if (type.startsWith("charge.dispute.") || type.startsWith("credit_note.")) return own;
  return idOf(fields.invoice) ?? payment ?? own;
}

/** An id, or an object that was expanded. */
function idOf(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  if (typeof value !== "object" || value === null || !("id" in value)) return null;
  return typeof value.id === "string" && value.id !== "" ? value.id : null;
}
