import { track } from "./common";
import { entered } from "./samples";
import { action, filter, lookup, once } from "./steps";
import { onSegment, recipe, template } from "./template";
import { ENTERED } from "./values";

export const trialExtension = template({
  id: "trial-extension",
  name: "Give engaged trials a week more",
  category: "Trials",
  summary:
    "Who enters a segment of yours, say those who were active late in their trial, gets seven more free days in Stripe and an event to tell them.",
  goodFor: "Trials that end before people have seen enough.",
  sample: entered(),
  definition: recipe(onSegment(), [
    filter("stripe_id", "The id is a Stripe customer", { left: ENTERED, op: "starts_with", right: "cus_" }),
    once(ENTERED, "P365D"),
    lookup(
      "trial",
      "stripe.subscription.list",
      { customer: ENTERED, status: "trialing" },
      {
        many: "first",
        found: [
          action("extend", "stripe.subscription.extend_trial", {
            id: "{{ steps.trial.output.item.id }}",
            days: 7,
          }),
          track("trial_extended", { trial_end: "{{ steps.extend.output.trial_end }}" }, {}, ENTERED),
        ],
      },
    ),
  ]),
});
