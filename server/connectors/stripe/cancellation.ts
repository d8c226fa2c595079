import type Stripe from "stripe";
import { z } from "zod";
import { defined, Flag, optional, Text } from "../fields";
import { isRunning } from "./subscription-items";

export const DANGER = "A subscription that is canceled at once cannot be started again; only a new one can.";

const Details = z.strictObject({
  feedback: optional(
    z.enum([
      "customer_service",
      "low_quality",
      "missing_features",
      "other",
      "switched_service",
      "too_complex",
      "too_expensive",
      "unused",
    ]),
    { title: "The customer's reason" },
  ),
  comment: optional(Text(), { title: "Comment" }),
});

const fields = {
  confirm: optional(Flag(), {
    title: "I understand",
    description: `Needed when it ends at once. ${DANGER}`,
  }),
  cancellation_details: optional(Details, { title: "Why", group: "more" }),
  invoice_now: optional(Flag(), {
    title: "Invoice what is still open",
    description: "Only when it ends at once.",
    group: "more",
  }),
  prorate: optional(Flag(), {
    title: "Credit the unused time",
    description: "Only when it ends at once.",
    group: "more",
  }),
};

type Cancellation = { when: "now" | "period_end" } & z.output<z.ZodObject<typeof fields>>;

/** What a cancellation says besides when. */
export const cancellation = {
  fields,
  isConfirmed: ({ when, confirm }: Cancellation) => when !== "now" || confirm === true,
  confirmIt: { error: `Confirm it first: ${DANGER}`, path: ["confirm"] },
  isSettled: ({ when, invoice_now, prorate }: Cancellation) => when === "now" || !(invoice_now || prorate),
  onlyNow: {
    error: "Invoicing and crediting are only possible when it ends at once.",
    path: ["when"],
  },
};

/** Cancels a subscription unless it has ended already. */
export async function cancelSubscription(
  stripe: Stripe,
  { id, when, confirm: _, ...settlement }: Cancellation & { id: string },
  key: string,
): Promise<Stripe.Subscription> {
  const now = await stripe.subscriptions.retrieve(id);
  if (!isRunning(now)) return now;
  if (when === "now") return stripe.subscriptions.cancel(id, defined(settlement));
  const { cancellation_details } = settlement;
  const parameters = defined({ cancel_at_period_end: true, cancellation_details });
  return stripe.subscriptions.update(id, parameters, { idempotencyKey: key });
}
