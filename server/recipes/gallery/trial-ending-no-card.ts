import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { track } from "./common";
import { DAY, happened } from "./samples";
import { action, known, lookup } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, object, PLAN } from "./values";

export const trialEndingNoCard = template({
  id: "trial-ending-no-card",
  name: "Ask for a card before the trial ends",
  category: "Trials",
  summary:
    "Whoever is about to leave the trial without a way to pay gets an event with a personal link to add a card; everybody else is left alone.",
  goodFor: "Trials that begin without a credit card.",
  sample: happened(
    "customer.subscription.trial_will_end",
    subscription({ status: "trialing", trial_end: SAMPLE_TIME + 3 * DAY }),
  ),
  definition: recipe(
    ["customer.subscription.trial_will_end"],
    [
      known,
      lookup(
        "cards",
        "stripe.customer.payment_methods",
        { id: CUSTOMER },
        {
          none: [
            action("portal", "stripe.billing_portal.create", {
              customer: CUSTOMER,
              flow_data: { type: "payment_method_update" },
            }),
            track(
              "trial_ending_without_card",
              { trial_end: object("trial_end"), plan: PLAN, add_card_url: "{{ steps.portal.output.url }}" },
              { "data.trial_end": null },
            ),
          ],
        },
      ),
    ],
  ),
});
