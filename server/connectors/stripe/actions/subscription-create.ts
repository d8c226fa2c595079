import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { dryRunAnswers, NOTHING_FOUND, plain } from "~/server/connectors/stripe/answers";
import { customerId } from "~/server/connectors/stripe/customer-fields";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import * as fields from "~/server/connectors/stripe/subscription-fields";
import { hasPrices, isRunning, newItems } from "~/server/connectors/stripe/subscription-items";

export const subscriptionCreate = defineAction({
  id: "stripe.subscription.create",
  app: "stripe",
  title: "Create subscription",
  summary: "Starts a subscription, unless the customer already has one with the same prices.",
  words: [
    "create|start|begin|open|add|make|set subscription",
    "new|another subscription",
    "subscribe @person plan|price|tier",
    "put|start @person plan|trial|subscription",
    "sign @person up subscription|plan",
    "get @person onto|on plan|subscription",
  ],
  docs: "https://docs.stripe.com/api/subscriptions/create",
  effect: "keyed",
  bucket: "stripe.subscription",
  input: z
    .strictObject({ customer: customerId, items: newItems, ...fields.creation })
    .refine(fields.hasOneTrial, fields.oneTrial)
    .refine(fields.hasDueDays, fields.dueDays),
  output: fields.SubscriptionOutput,
  sample: {
    input: { customer: "cus_TBillhookSample", items: [{ price: "price_1TBillhookSample" }] },
    output: plain(subscription()),
  },
  dryRunAnswer: dryRunAnswers(NOTHING_FOUND, subscription()),
  async lookup(stripe, { customer, items }) {
    const { data } = await stripe.subscriptions.list({ customer, limit: 100 });
    const running = data.find((one) => isRunning(one) && hasPrices(one, items));
    return running ? plain(running) : null;
  },
  async run(stripe, { if_exists: _, ...parameters }, { key }) {
    return plain(await stripe.subscriptions.create(defined(parameters), { idempotencyKey: key }));
  },
});
