import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, ifExists } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import { findMarked, marked } from "~/server/connectors/stripe/mark";
import * as fields from "~/server/connectors/stripe/payment-fields";

const reuse = "Take the payment that this step has already made (unless you choose), or make another.";

export const paymentIntentCreate = defineAction({
  id: "stripe.payment_intent.create",
  app: "stripe",
  title: "Create payment intent",
  summary: "Prepares a payment, or charges a saved payment method at once.",
  words: [
    "create|make|new|start payment_intent|payment",
    "charge|bill|debit|invoice|take @person|card $money",
    "take|collect|make|request|charge payment $money",
    "charge|debit @person|card|account",
    "one_time|one_off payment|charge",
  ],
  docs: "https://docs.stripe.com/api/payment_intents/create",
  effect: "keyed",
  bucket: "stripe",
  input: z
    .strictObject({ ...fields.creation, if_exists: ifExists(reuse) })
    .refine(fields.isConfirmedIfNeeded, fields.confirmToo),
  output: fields.PaymentIntentOutput,
  sample: {
    input: { amount: 4900, currency: "usd", customer: "cus_TBillhookSample" },
    output: plain(paymentIntent({ status: "requires_payment_method", amount_received: 0 })),
  },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, paymentIntent()),
  async lookup(stripe, { customer }, { key, eventTime }) {
    const filter = customer ? { customer } : { created: { gte: eventTime } };
    const made = await findMarked(stripe.paymentIntents.list({ ...filter, limit: 100 }), key);
    return made && plain(made);
  },
  async run(stripe, { if_exists: _, ...rest }, { key }) {
    const parameters = defined({ ...rest, metadata: marked(rest.metadata, key) });
    return plain(await stripe.paymentIntents.create(parameters, { idempotencyKey: key }));
  },
});
