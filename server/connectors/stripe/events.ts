import { EVENT_TYPE_TABLE } from "./event-type-table";

export interface EventType {
  type: string;
  /** What a marketer calls it. */
  title: string;
  group: string;
}

/** Names that people use for the common ones; the others are named after their type. */
const TITLES: Readonly<Record<string, string>> = {
  "customer.created": "New customer",
  "customer.updated": "Customer updated",
  "customer.deleted": "Customer deleted",
  "customer.subscription.created": "Subscription started",
  "customer.subscription.updated": "Subscription changed",
  "customer.subscription.deleted": "Subscription canceled",
  "customer.subscription.paused": "Subscription paused",
  "customer.subscription.resumed": "Subscription resumed",
  "customer.subscription.trial_will_end": "Trial ending in 3 days",
  "customer.source.expiring": "Card expiring",
  "invoice.created": "Invoice created",
  "invoice.finalized": "Invoice finalized",
  "invoice.paid": "Invoice paid",
  "invoice.payment_failed": "Invoice payment failed",
  "invoice.payment_action_required": "Invoice needs the customer's confirmation",
  "invoice.upcoming": "Invoice upcoming",
  "invoice.overdue": "Invoice overdue",
  "invoice.sent": "Invoice sent",
  "invoice.voided": "Invoice voided",
  "charge.succeeded": "Charge succeeded",
  "charge.failed": "Charge failed",
  "charge.refunded": "Charge refunded",
  "charge.dispute.created": "Dispute opened",
  "charge.dispute.closed": "Dispute closed",
  "refund.created": "Refund created",
  "refund.failed": "Refund failed",
  "checkout.session.completed": "Checkout completed",
  "checkout.session.expired": "Checkout abandoned",
  "payment_intent.succeeded": "Payment succeeded",
  "payment_intent.payment_failed": "Payment failed",
  "payment_intent.requires_action": "Payment needs the customer's action",
  "payment_method.attached": "Payment method added",
  "payment_method.detached": "Payment method removed",
  "payout.paid": "Payout paid",
  "payout.failed": "Payout failed",
  "radar.early_fraud_warning.created": "Early fraud warning",
  "quote.accepted": "Quote accepted",
};

function words(text: string): string {
  const spaced = text.replace(/[._]/g, " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** All webhook event types with a title and a group, in Stripe's order. */
export const STRIPE_EVENT_TYPES: readonly EventType[] = Object.entries(EVENT_TYPE_TABLE).flatMap(
  ([group, rest]) =>
    rest.split(" ").map((name) => {
      const type = `${group}.${name}`;
      return { type, title: TITLES[type] ?? words(type), group: words(group) };
    }),
);
