import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { Integer, required } from "~/server/connectors/fields";
import { plain } from "~/server/connectors/stripe/answers";
import { idOf } from "~/server/connectors/stripe/common-fields";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { marked } from "~/server/connectors/stripe/mark";
import { SubscriptionOutput } from "~/server/connectors/stripe/subscription-fields";

const DAY = 86_400;

export const subscriptionExtendTrial = defineAction({
  id: "stripe.subscription.extend_trial",
  app: "stripe",
  title: "Extend trial",
  summary: "Gives a subscription more free days, counted from the end of its trial or from the event.",
  words: [
    "extend|lengthen|prolong|stretch|add|give|push|increase trial",
    "trial extension|extend|longer|extra",
    "more|extra|additional|another trial",
    "more|extra trial day|week|month",
    "extend|prolong it|subscription|trial",
  ],
  docs: "https://docs.stripe.com/billing/subscriptions/trials",
  effect: "keyed",
  bucket: "stripe.subscription",
  input: z.strictObject({
    id: idOf("Subscription", "sub_1MowQVLkdIwHu7ixeRlqHVzs").meta({
      placeholder: "{{ trigger.data.object.id }}",
    }),
    days: required(Integer(1, 730), { title: "Days", description: "How many more.", examples: [7] }),
  }),
  output: SubscriptionOutput,
  sample: { input: { id: "sub_1TBillhookSample", days: 7 }, output: plain(subscription()) },
  async run(stripe, { id, days }, { key, eventTime }) {
    const now = await stripe.subscriptions.retrieve(id);
    if (now.metadata.billhook_key === key) return plain(now);
    const trial_end = Math.max(now.trial_end ?? 0, eventTime) + days * DAY;
    const parameters = { trial_end, proration_behavior: "none", metadata: marked(undefined, key) } as const;
    return plain(await stripe.subscriptions.update(id, parameters, { idempotencyKey: key }));
  },
});
