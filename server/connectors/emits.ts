const INVOICE_PAID = [
  "payment_intent.created",
  "invoice.paid",
  "invoice.payment_succeeded",
  "charge.succeeded",
  "payment_intent.succeeded",
];
const UPDATED = ["customer.subscription.updated"];
const EMITS: Readonly<Record<string, readonly string[]>> = {
  "stripe.customer.create": ["customer.created"],
  "stripe.customer.update": ["customer.updated"],
  "stripe.customer.upsert": ["customer.created", "customer.updated"],
  "stripe.customer.delete": ["customer.deleted"],
  "stripe.customer.balance": ["customer.updated"],
  "stripe.subscription.create": [
    "customer.subscription.created",
    "invoice.created",
    "invoice.finalized",
    ...INVOICE_PAID,
  ],
  "stripe.subscription.update": UPDATED,
  "stripe.subscription.extend_trial": UPDATED,
  "stripe.subscription.cancel": ["customer.subscription.updated", "customer.subscription.deleted"],
  "stripe.subscription.resume": ["customer.subscription.resumed", ...UPDATED],
  "stripe.invoice.create": ["invoice.created"],
  "stripe.invoice_item.create": ["invoiceitem.created"],
  "stripe.invoice.finalize": ["invoice.finalized"],
  "stripe.invoice.send": ["invoice.finalized", "invoice.sent"],
  "stripe.invoice.pay": INVOICE_PAID,
  "stripe.invoice.void": ["invoice.voided"],
  "stripe.invoice.mark_uncollectible": ["invoice.marked_uncollectible"],
  "stripe.payment_intent.create": ["payment_intent.created"],
  "stripe.payment_intent.confirm": ["charge.succeeded", "payment_intent.succeeded"],
  "stripe.payment_intent.capture": ["charge.captured", "payment_intent.succeeded"],
  "stripe.payment_intent.cancel": ["payment_intent.canceled"],
  "stripe.refund.create": ["refund.created", "charge.refunded"],
  "stripe.product.create": ["product.created"],
  "stripe.price.create": ["price.created"],
  "stripe.coupon.create": ["coupon.created"],
  "stripe.promotion_code.create": ["promotion_code.created"],
  "stripe.payment_link.create": ["payment_link.created"],
  "stripe.billing_portal.create": ["billing_portal.session.created"],
  "stripe.credit_note.create": ["credit_note.created"],
  "stripe.quote.create": ["quote.created"],
  "stripe.quote.finalize": ["quote.finalized"],
};

/** What every message goes through; whether it is opened or clicked is up to a person. */
const messageEvents = (kind: string) => ["drafted", "sent", "delivered"].map((metric) => `${kind}_${metric}`);

/** The events that an action causes at its vendor when it changes something there; none where that is not known. */
export function eventsCausedBy(action: string, input: Readonly<Record<string, unknown>>): readonly string[] {
  if (action === "customerio.email.send") return messageEvents("email");
  if (action === "customerio.message.send") return messageEvents(String(input.channel));
  return EMITS[action] ?? [];
}

/** Actions that bring a thing to a state it cannot come to twice: Stripe refuses the second time, or does nothing. */
const ENDS_BY_ITSELF =
  /^stripe\.(customer\.delete|subscription\.(cancel|resume)|invoice\.(finalize|send|pay|void|mark_uncollectible)|payment_intent\.(confirm|capture|cancel)|quote\.finalize)$/;

/** The same, of an action that causes them each time, however often it is repeated. */
export function eventsCausedAgain(
  action: string,
  input: Readonly<Record<string, unknown>>,
): readonly string[] {
  return ENDS_BY_ITSELF.test(action) ? [] : eventsCausedBy(action, input);
}
