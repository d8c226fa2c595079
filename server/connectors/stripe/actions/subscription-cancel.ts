import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { required } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { cancellation, cancelSubscription, DANGER } from "~/server/connectors/stripe/cancellation";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { SubscriptionOutput, subscriptionId } from "~/server/connectors/stripe/subscription-fields";

export const subscriptionCancel = defineAction({
  id: "stripe.subscription.cancel",
  app: "stripe",
  title: "Cancel subscription",
  summary: "Ends a subscription at once or with its period; one that has already ended counts as done.",
  words: [
    "cancel|end|terminate|stop|kill|close|shut|drop|discontinue|axe|quit|finish subscription|plan|membership",
    "cancel it|them|@person",
    "shut down|off subscription|plan|membership",
    "pull plug subscription|plan",
    "turn|switch|turn_off off|out subscription",
    "turn_off subscription|plan",
  ],
  docs: "https://docs.stripe.com/api/subscriptions/cancel",
  effect: "keyed",
  bucket: "stripe.subscription",
  danger: DANGER,
  input: z
    .strictObject({
      id: subscriptionId,
      when: required(z.enum(["period_end", "now"]), {
        title: "When",
        description: "With the period that is paid for, or at once.",
      }),
      ...cancellation.fields,
    })
    .refine(cancellation.isConfirmed, cancellation.confirmIt)
    .refine(cancellation.isSettled, cancellation.onlyNow),
  output: SubscriptionOutput,
  sample: {
    input: { id: "sub_1TBillhookSample", when: "now", confirm: true },
    output: plain(subscription({ status: "canceled", canceled_at: 1_790_000_000 })),
  },
  dryRunAnswer: dryRunAnswers(subscription(), subscription({ status: "canceled" })),
  async run(stripe, input, { key }) {
    return plain(await cancelSubscription(stripe, input, key));
  },
});
