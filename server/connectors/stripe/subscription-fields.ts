import { z } from "zod";
import { Flag, Integer, ifExists, optional, Text, UnixTime } from "../fields";
import {
  collectionMethod,
  daysUntilDue,
  discounts,
  idOf,
  MetadataOutput,
  metadata,
  paymentMethod,
} from "./common-fields";

export const subscriptionId = idOf("Subscription", "sub_1MowQVLkdIwHu7ixeRlqHVzs").meta({
  placeholder: "{{ trigger.data.object.id }}",
});

export const prorationBehavior = optional(z.enum(["create_prorations", "always_invoice", "none"]), {
  title: "The rest of the period",
  description:
    "Settle it with the next invoice (unless you choose), invoice it at once, or do not settle it.",
  group: "more",
});

export const trialEnd = optional(z.union([z.literal("now"), UnixTime()]), {
  title: "Trial ends",
  description: "A time, also later than planned to extend the trial; or `now`.",
  examples: ["2026-12-31"],
  group: "more",
});

export const cancelAtPeriodEnd = optional(Flag(), {
  title: "Ends with the period",
  description: "True: it is not renewed. False: takes such a cancellation back.",
  group: "more",
});

const PauseCollection = z.strictObject({
  behavior: z.enum(["keep_as_draft", "mark_uncollectible", "void", "none"]).meta({
    title: "Invoices meanwhile",
    description: "Keep them as drafts, write them off, or void them. `none` collects payments again.",
  }),
  resumes_at: optional(UnixTime(), { title: "Collect again from" }),
});

export const pauseCollection = optional(PauseCollection, { title: "Pause payments", group: "more" });

/** What a new and an existing subscription can be given. https://docs.stripe.com/api/subscriptions/update */
export const writable = {
  trial_end: trialEnd,
  cancel_at_period_end: cancelAtPeriodEnd,
  discounts,
  default_payment_method: paymentMethod("What this subscription is paid with."),
  collection_method: collectionMethod,
  days_until_due: daysUntilDue,
  payment_behavior: optional(
    z.enum(["allow_incomplete", "default_incomplete", "error_if_incomplete", "pending_if_incomplete"]),
    {
      title: "If the payment fails",
      description: "Whether Stripe still makes the change, keeps it pending, or refuses it.",
      group: "more",
    },
  ),
  proration_behavior: prorationBehavior,
  description: optional(Text(500), { title: "Description", group: "more" }),
  metadata: metadata("subscription"),
};

export const creation = {
  trial_period_days: optional(Integer(0, 730), { title: "Days of trial" }),
  ...writable,
  if_exists: ifExists(
    "Take the customer's running subscription with the same prices (unless you choose), or add one.",
  ),
};

export const SubscriptionOutput = z.looseObject({
  id: z.string(),
  status: z.string(),
  customer: z.string(),
  currency: z.string(),
  cancel_at_period_end: z.boolean(),
  trial_end: z.number().nullish(),
  canceled_at: z.number().nullish(),
  metadata: MetadataOutput,
});

type Payment = { collection_method?: string | undefined; days_until_due?: number | undefined };
type Trial = { trial_period_days?: number | undefined; trial_end?: unknown };

export const hasDueDays = (given: Payment) =>
  (given.collection_method === "send_invoice") === (given.days_until_due !== undefined);
export const dueDays = {
  error: "An e-mailed invoice needs the days until it is due, and only an e-mailed one has them.",
  path: ["days_until_due"],
};

export const hasOneTrial = (given: Trial) =>
  given.trial_period_days === undefined || given.trial_end === undefined;
export const oneTrial = {
  error: "Give the days of trial or when it ends, one of the two.",
  path: ["trial_period_days"],
};

/** What a list can be narrowed to; `all` brings the ended ones too. */
export const STATUSES = [
  "active",
  "trialing",
  "past_due",
  "unpaid",
  "paused",
  "incomplete",
  "incomplete_expired",
  "canceled",
  "ended",
  "all",
] as const;
