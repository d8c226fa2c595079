import type { Condition, FilterStep } from "./definition";
import {
  CANCELLATION_SCHEDULED_WORDS,
  CANCELLATION_WITHDRAWN_WORDS,
  FAILED_FOR_GOOD_WORDS,
  PAST_DUE_WORDS,
  PLAN_CHANGED_WORDS,
  TRIAL_CONVERTED_WORDS,
} from "./presets-words";

/** A ready beginning of a recipe: which events, and what has to be true of them. */
export interface TriggerPreset {
  id: string;
  title: string;
  /** One sentence a marketer understands. */
  summary: string;
  /** How people ask for just this, filter included, in the form of an action's `words`. */
  words?: readonly string[];
  events: readonly string[];
  /** The filter that comes first; without one every such event counts. */
  filter?: { id: string; name: string; when: Condition };
}

const object = (path: string) => `{{ trigger.data.object.${path} }}`;
const before = (path: string) => `{{ trigger.data.previous_attributes.${path} }}`;

const became = (status: string): Condition => ({
  all: [
    { left: object("status"), op: "eq", right: status },
    { left: before("status"), op: "exists" },
  ],
});

const UPDATED = ["customer.subscription.updated"];

/** What people mean by a trigger when they do not think in event types, the most wanted first. */
export const TRIGGER_PRESETS: readonly TriggerPreset[] = [
  {
    id: "new_customer",
    title: "New customer",
    summary: "Somebody was added to Stripe with an e-mail address.",
    events: ["customer.created"],
    filter: { id: "has_email", name: "Has an e-mail address", when: { left: object("email"), op: "exists" } },
  },
  {
    id: "subscription_started",
    title: "Subscription started",
    summary: "A subscription began, paid or on trial.",
    events: ["customer.subscription.created"],
  },
  {
    id: "trial_ending",
    title: "Trial ending",
    summary: "A trial ends in three days.",
    events: ["customer.subscription.trial_will_end"],
  },
  {
    id: "trial_converted",
    title: "Trial became paid",
    summary: "A subscription went from trial to paid.",
    words: TRIAL_CONVERTED_WORDS,
    events: UPDATED,
    filter: {
      id: "from_trial",
      name: "From trial to active",
      when: {
        all: [
          { left: object("status"), op: "eq", right: "active" },
          { left: before("status"), op: "eq", right: "trialing" },
        ],
      },
    },
  },
  {
    id: "plan_changed",
    title: "Plan changed",
    summary: "A subscription moved to another price.",
    words: PLAN_CHANGED_WORDS,
    events: UPDATED,
    filter: {
      id: "price_changed",
      name: "The price changed",
      when: { left: before("items"), op: "exists" },
    },
  },
  {
    id: "subscription_past_due",
    title: "Subscription became past due",
    summary: "A renewal could not be collected.",
    words: PAST_DUE_WORDS,
    events: UPDATED,
    filter: { id: "past_due", name: "Became past due", when: became("past_due") },
  },
  {
    id: "cancellation_scheduled",
    title: "Cancellation scheduled",
    summary: "A customer canceled, and the subscription ends with the period.",
    words: CANCELLATION_SCHEDULED_WORDS,
    events: UPDATED,
    filter: {
      id: "will_end",
      name: "Was set to end",
      when: {
        all: [
          { left: object("cancel_at_period_end"), op: "is_true" },
          { left: before("cancel_at_period_end"), op: "exists" },
        ],
      },
    },
  },
  {
    id: "cancellation_withdrawn",
    title: "Cancellation withdrawn",
    summary: "A customer who had canceled stays after all.",
    words: CANCELLATION_WITHDRAWN_WORDS,
    events: UPDATED,
    filter: {
      id: "stays",
      name: "Is no longer set to end",
      when: {
        all: [
          { left: object("cancel_at_period_end"), op: "is_false" },
          { left: before("cancel_at_period_end"), op: "is_true" },
        ],
      },
    },
  },
  {
    id: "subscription_canceled",
    title: "Subscription canceled",
    summary: "A subscription ended.",
    events: ["customer.subscription.deleted"],
  },
  {
    id: "payment_failed",
    title: "Payment failed",
    summary: "An invoice could not be collected; Stripe will try again.",
    events: ["invoice.payment_failed"],
    filter: {
      id: "will_retry",
      name: "Stripe tries again",
      when: { left: object("next_payment_attempt"), op: "exists" },
    },
  },
  {
    id: "payment_failed_for_good",
    title: "Payment failed for good",
    summary: "The last try to collect an invoice failed.",
    words: FAILED_FOR_GOOD_WORDS,
    events: ["invoice.payment_failed"],
    filter: {
      id: "last_try",
      name: "No further try",
      when: { left: object("next_payment_attempt"), op: "not_exists" },
    },
  },
  {
    id: "invoice_paid",
    title: "Invoice paid",
    summary: "An invoice of more than nothing was paid.",
    events: ["invoice.paid"],
    filter: {
      id: "not_free",
      name: "More than nothing",
      when: { left: object("amount_paid"), op: "gt", right: 0 },
    },
  },
  {
    id: "invoice_overdue",
    title: "Invoice overdue",
    summary: "An e-mailed invoice was not paid in time.",
    events: ["invoice.overdue"],
  },
  {
    id: "card_expiring",
    title: "Card expiring",
    summary: "A saved card expires at the end of the month.",
    events: ["customer.source.expiring"],
  },
  {
    id: "checkout_completed",
    title: "Checkout completed",
    summary: "Somebody paid on a checkout page.",
    events: ["checkout.session.completed"],
    filter: {
      id: "is_paid",
      name: "Paid",
      when: { left: object("payment_status"), op: "eq", right: "paid" },
    },
  },
  {
    id: "checkout_abandoned",
    title: "Checkout abandoned",
    summary: "Somebody left a checkout page whose address we know.",
    events: ["checkout.session.expired"],
    filter: {
      id: "is_known",
      name: "The address is known",
      when: { left: object("customer_details.email"), op: "exists" },
    },
  },
  {
    id: "refunded",
    title: "Refund",
    summary: "Money was given back.",
    events: ["charge.refunded"],
  },
  {
    id: "disputed",
    title: "Dispute opened",
    summary: "A cardholder disputes a payment.",
    events: ["charge.dispute.created"],
  },
];

/** The preset's filter as the first step of a recipe; null when every such event counts. */
export function presetFilter(
  { filter }: TriggerPreset,
  freshId: (base: string) => string,
): FilterStep | null {
  return filter ? { id: freshId(filter.id), kind: "filter", name: filter.name, when: filter.when } : null;
}
