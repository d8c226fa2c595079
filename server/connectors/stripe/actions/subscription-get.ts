import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { expand } from "~/server/connectors/stripe/common-fields";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { SubscriptionOutput, subscriptionId } from "~/server/connectors/stripe/subscription-fields";
import { FIND } from "~/server/connectors/word-groups";

export const subscriptionGet = defineAction({
  id: "stripe.subscription.get",
  app: "stripe",
  title: "Get subscription",
  summary: "Looks up a subscription as it is now: status, plan, when it renews or ends.",
  words: [`${FIND} subscription`],
  docs: "https://docs.stripe.com/api/subscriptions/retrieve",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({ id: subscriptionId, expand }),
  output: SubscriptionOutput,
  sample: { input: { id: "sub_1TBillhookSample" }, output: plain(subscription()) },
  async run(stripe, { id, expand }) {
    return plain(await stripe.subscriptions.retrieve(id, defined({ expand })));
  },
});
