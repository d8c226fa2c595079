import type { Condition, FilterStep } from "./definition";

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
    words: [
      "trial convert|become|turn|into|to|go pay|paid|active|subscription|customer|paying",
      "convert trial|from paid|paying|customer",
      "trialing active",
      "trial end paid|convert",
    ],
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
    words: [
      "plan|price|tier|package change|switch|swap",
      "change|switch|swap plan|price|tier|package",
      "upgrade",
      "downgrade",
      "subscription upgrade|downgrade",
      "upgrade|downgrade plan|subscription|to",
      "move|go|switch|change from|to|up|down plan|tier|annual|yearly|monthly",
      "switch|change|move|go|upgrade annual|yearly|monthly",
    ],
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
    words: ["subscription|status|account|plan become|go|turn|fall|is|move|slip|get past_due", "past_due"],
    events: UPDATED,
    filter: { id: "past_due", name: "Became past due", when: became("past_due") },
  },
  {
    id: "cancellation_scheduled",
    title: "Cancellation scheduled",
    summary: "A customer canceled, and the subscription ends with the period.",
    words: [
      "cancel at|end period",
      "schedule cancel|cancellation",
      "cancellation schedule|request|plan|set",
      "turn|switch auto_renew|renewal off",
      "cancel_at_period_end",
      "subscription|plan set|will|due not renew|cancel|end",
      "disable|turn_off auto_renew|renewal",
      "ask|request cancel|cancellation",
    ],
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
    words: [
      "payment|invoice|retry|attempt fail last|final|finally|good|exhaust|all",
      "all|last|final retry|attempt|try fail|exhaust|run_out",
      "retry exhaust|run_out|give_up",
      "give_up retry|collect",
    ],
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
