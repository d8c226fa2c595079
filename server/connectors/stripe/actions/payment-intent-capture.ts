import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, Integer, optional } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { metadata, SMALLEST_UNIT } from "~/server/connectors/stripe/common-fields";
import { paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import * as fields from "~/server/connectors/stripe/payment-fields";

export const paymentIntentCapture = defineAction({
  id: "stripe.payment_intent.capture",
  app: "stripe",
  title: "Capture payment intent",
  summary: "Collects money that was only held so far; a payment that is collected counts as done.",
  words: [
    "capture",
    "capture full|everything|all|rest|total|whole|now|in",
    "capture payment|payment_intent|fund|money|it|hold|charge|amount|authorization",
    "collect|take|grab|settle|claim money|fund|payment|amount|charge hold|held|authorized|authorised|reserved|authorization",
  ],
  docs: "https://docs.stripe.com/api/payment_intents/capture",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({
    id: fields.paymentIntentId,
    amount_to_capture: optional(Integer(1), {
      title: "Amount",
      description: `All of it unless you say less; the rest is released. ${SMALLEST_UNIT}`,
    }),
    metadata: metadata("payment"),
  }),
  output: fields.PaymentIntentOutput,
  sample: { input: { id: "pi_3TBillhookSample" }, output: plain(paymentIntent()) },
  dryRunAnswer: dryRunAnswers(paymentIntent({ status: "requires_capture" }), paymentIntent()),
  async run(stripe, { id, ...rest }, { key }) {
    const capture = () => stripe.paymentIntents.capture(id, defined(rest), { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, ["succeeded"], capture));
  },
});
