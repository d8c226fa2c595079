import { REPORTING_TYPES } from "~/server/connectors/customerio/reporting-types";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";

export type PairApp = "stripe" | "customerio";

export interface PairEvent {
  /** As stored events carry it: `invoice.paid`, `email_bounced`, `customerio.segment.entered`. */
  type: string;
  title: string;
  group: string;
  app: PairApp;
}

const SEGMENT: readonly PairEvent[] = [
  {
    type: "customerio.segment.entered",
    title: "Person entered a segment",
    group: "Segment",
    app: "customerio",
  },
  { type: "customerio.segment.left", title: "Person left a segment", group: "Segment", app: "customerio" },
];

/** What a team is told or another system is called with is about no person. */
const reports = REPORTING_TYPES.filter(({ type }) => !/^(slack|webhook)_/.test(type));

/** Everything that the first half of a pair can be. */
export const PAIR_EVENTS: readonly PairEvent[] = [
  ...STRIPE_EVENT_TYPES.map((event) => ({ ...event, app: "stripe" as const })),
  ...SEGMENT,
  ...reports.map((event) => ({ ...event, app: "customerio" as const })),
];

/** What people mostly start from; their pages are indexed. Each has a sample that names a person. */
export const POPULAR_EVENTS: Readonly<Record<PairApp, readonly string[]>> = {
  stripe: [
    "invoice.payment_failed",
    "customer.created",
    "customer.subscription.created",
    "customer.subscription.trial_will_end",
    "customer.subscription.updated",
    "customer.subscription.deleted",
    "invoice.paid",
    "checkout.session.completed",
    "charge.refunded",
    "charge.dispute.created",
    "customer.updated",
    "customer.subscription.paused",
    "customer.subscription.resumed",
    "invoice.finalized",
    "invoice.upcoming",
    "invoice.overdue",
    "invoice.payment_action_required",
    "charge.succeeded",
    "charge.failed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "refund.created",
  ],
  customerio: [
    "customerio.segment.entered",
    "customerio.segment.left",
    "customer_unsubscribed",
    "email_bounced",
    "email_clicked",
    "email_converted",
    "email_spammed",
  ],
};
