import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import * as fields from "~/server/connectors/stripe/payment-fields";

const REASONS = ["duplicate", "fraudulent", "requested_by_customer", "abandoned"] as const;

export const paymentIntentCancel = defineAction({
  id: "stripe.payment_intent.cancel",
  app: "stripe",
  title: "Cancel payment intent",
  summary: "Gives up a payment that is not complete and releases held money; a canceled one counts as done.",
  words: [
    "cancel|abort|drop|stop payment|payment_intent",
    "release|free|drop|lift|cancel hold|fund|authorization|money",
    "let go fund|money|hold",
  ],
  docs: "https://docs.stripe.com/api/payment_intents/cancel",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({
    id: fields.paymentIntentId,
    cancellation_reason: optional(z.enum(REASONS), { title: "Why" }),
  }),
  output: fields.PaymentIntentOutput,
  sample: {
    input: { id: "pi_3TBillhookSample", cancellation_reason: "abandoned" },
    output: plain(paymentIntent({ status: "canceled", cancellation_reason: "abandoned" })),
  },
  dryRunAnswer: dryRunAnswers(
    paymentIntent({ status: "requires_payment_method" }),
    paymentIntent({ status: "canceled" }),
  ),
  async run(stripe, { id, ...rest }, { key }) {
    const cancel = () => stripe.paymentIntents.cancel(id, defined(rest), { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, ["canceled"], cancel));
  },
});
