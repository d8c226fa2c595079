/** Events that people may mean by the same words: each is another moment, or another object, of one fact. */
export const EVENT_KIN: readonly (readonly string[])[] = [
  ["invoice.payment_failed", "payment_intent.payment_failed", "charge.failed"],
  ["payment_intent.succeeded", "charge.succeeded", "invoice.paid", "checkout.session.completed"],
  ["customer.subscription.deleted", "customer.subscription.updated"],
  ["charge.refunded", "refund.created"],
  ["invoice.payment_action_required", "payment_intent.requires_action"],
  ["customer.subscription.created", "checkout.session.completed", "customer.created"],
  ["charge.dispute.created", "radar.early_fraud_warning.created"],
  ["customer_unsubscribed", "email_unsubscribed"],
  ["email_bounced", "email_dropped", "email_undeliverable"],
];
