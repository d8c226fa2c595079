import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, Email, optional } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { offSession, paymentMethod } from "~/server/connectors/stripe/common-fields";
import { paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import * as fields from "~/server/connectors/stripe/payment-fields";

/** Confirmed already: the money is here, held or on its way, or the customer is being asked. */
const DONE = ["succeeded", "processing", "requires_capture", "requires_action"];

export const paymentIntentConfirm = defineAction({
  id: "stripe.payment_intent.confirm",
  app: "stripe",
  title: "Confirm payment intent",
  summary: "Charges a prepared payment now; one that is confirmed already counts as done.",
  words: ["confirm|complete payment|payment_intent"],
  docs: "https://docs.stripe.com/api/payment_intents/confirm",
  effect: "keyed",
  bucket: "stripe",
  input: z.strictObject({
    id: fields.paymentIntentId,
    payment_method: paymentMethod("What it is paid with."),
    off_session: offSession,
    return_url: fields.returnUrl,
    receipt_email: optional(Email(), { title: "Send the receipt to", group: "more" }),
  }),
  output: fields.PaymentIntentOutput,
  sample: { input: { id: "pi_3TBillhookSample" }, output: plain(paymentIntent()) },
  dryRunAnswer: dryRunAnswers(paymentIntent({ status: "requires_confirmation" }), paymentIntent()),
  async run(stripe, { id, ...rest }, { key }) {
    const confirm = () => stripe.paymentIntents.confirm(id, defined(rest), { idempotencyKey: key });
    return plain(await fields.unlessDone(stripe, id, DONE, confirm));
  },
});
