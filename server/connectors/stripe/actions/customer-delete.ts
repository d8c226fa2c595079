import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { confirmation } from "~/server/connectors/fields";
import { isStripeError } from "~/server/connectors/stripe/answers";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { REMOVE } from "~/server/connectors/word-groups";

const danger =
  "Deletes the customer from Stripe for good and cancels all of their subscriptions at once. Nobody can bring them back.";

export const customerDelete = defineAction({
  id: "stripe.customer.delete",
  app: "stripe",
  title: "Delete customer",
  summary: "Deletes a customer from Stripe; one that is already gone counts as done.",
  words: [
    `${REMOVE} customer stripe`,
    `${REMOVE} stripe customer|record|account`,
    "rid customer|account stripe",
  ],
  docs: "https://docs.stripe.com/api/customers/delete",
  effect: "upsert",
  bucket: "stripe",
  danger,
  input: z.strictObject({ id: customerId, confirm: confirmation(danger) }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
  sample: {
    input: { id: "cus_TBillhookSample", confirm: true },
    output: { id: "cus_TBillhookSample", deleted: true },
  },
  async run(stripe, { id }) {
    try {
      await stripe.customers.del(id);
    } catch (error) {
      if (!isStripeError(error, { status: 404, code: "resource_missing" })) throw error;
    }
    return { id, deleted: true } as const;
  },
});
