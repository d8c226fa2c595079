import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import * as fields from "~/server/connectors/stripe/checkout-fields";
import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { MAKE } from "~/server/connectors/word-groups";

export const checkoutSessionCreate = defineAction({
  id: "stripe.checkout_session.create",
  app: "stripe",
  title: "Create checkout link",
  summary: "Makes a payment page for one customer and gives you its link to put in a message.",
  words: [
    `${MAKE} checkout`,
    `${MAKE} checkout link|session|page`,
    "set up checkout",
    "checkout link|page|url",
  ],
  docs: "https://docs.stripe.com/api/checkout/sessions/create",
  effect: "keyed",
  bucket: "stripe",
  input: z
    .strictObject(fields.creation)
    .refine(fields.hasItems, fields.needsItems)
    .refine(fields.hasOnePayer, fields.onePayer)
    .refine(fields.hasOneReduction, fields.oneReduction)
    .refine(fields.hasSubscription, fields.needsSubscription),
  output: fields.SessionOutput,
  sample: {
    input: {
      mode: "subscription",
      line_items: [{ price: "price_1TBillhookSample", quantity: 1 }],
      success_url: "https://example.com/welcome",
      customer: "cus_TBillhookSample",
    },
    output: plain(checkoutSession({ status: "open", payment_status: "unpaid" })),
  },
  async run(stripe, input, { key }) {
    return plain(await stripe.checkout.sessions.create(defined(input), { idempotencyKey: key }));
  },
});
