import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { track } from "./common";
import { DAY, happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { object, PLAN } from "./values";

export const trialEnding = template({
  id: "trial-ending",
  name: "Remind people before their trial ends",
  category: "Trials",
  summary:
    "Three days before a trial ends the person gets an event that your reminder campaign can start from.",
  goodFor: "Every product with a free trial.",
  sample: happened(
    "customer.subscription.trial_will_end",
    subscription({ status: "trialing", trial_end: SAMPLE_TIME + 3 * DAY }),
  ),
  definition: recipe(
    ["customer.subscription.trial_will_end"],
    [
      known,
      track(
        "trial_ending",
        {
          trial_end: object("trial_end"),
          days_left: "{{ trigger.data.object.trial_end | days_until: trigger.created }}",
          plan: PLAN,
        },
        { "data.trial_end": null, "data.days_left": 3 },
      ),
    ],
  ),
});
