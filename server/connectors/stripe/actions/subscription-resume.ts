import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { defined, optional } from "~/server/connectors/fields";
import { dryRunAnswers, plain } from "~/server/connectors/stripe/answers";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import * as fields from "~/server/connectors/stripe/subscription-fields";

const anchorHelp = "Bill from now on as of this day (unless you choose), or keep the days from before.";

export const subscriptionResume = defineAction({
  id: "stripe.subscription.resume",
  app: "stripe",
  title: "Resume subscription",
  summary: "Lets a paused subscription run again; one that runs counts as done.",
  words: [
    "resume|unpause|restart|reactivate|unfreeze|continue|revive|reinstate|wake subscription|plan|membership|billing",
    "subscription|plan go|run|back again|on|back",
    "bring|get|put|switch|turn subscription|plan|membership back",
    "switch|turn on subscription|plan|membership",
    "resume|unpause|reactivate it|@person",
  ],
  docs: "https://docs.stripe.com/api/subscriptions/resume",
  effect: "keyed",
  bucket: "stripe.subscription",
  input: z.strictObject({
    id: fields.subscriptionId,
    billing_cycle_anchor: optional(z.enum(["now", "unchanged"]), {
      title: "Billing day",
      description: anchorHelp,
    }),
    proration_behavior: fields.prorationBehavior,
  }),
  output: fields.SubscriptionOutput,
  sample: { input: { id: "sub_1TBillhookSample" }, output: plain(subscription()) },
  dryRunAnswer: dryRunAnswers(subscription({ status: "paused" }), subscription()),
  async run(stripe, { id, billing_cycle_anchor: type, proration_behavior }, { key }) {
    const now = await stripe.subscriptions.retrieve(id);
    if (now.status === "active" || now.status === "trialing") return plain(now);
    const anchor = type && { type };
    const parameters = defined({ billing_cycle_anchor: anchor, proration_behavior });
    return plain(await stripe.subscriptions.resume(id, parameters, { idempotencyKey: key }));
  },
});
