import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { join, person, segment, track } from "./common";
import { happened } from "./samples";
import { filter, is, known } from "./steps";
import { recipe, template } from "./template";
import { before, object, PLAN } from "./values";

export const trialConverted = template({
  id: "trial-converted",
  name: "Welcome trials that became paid",
  category: "Trials",
  summary:
    "When a trial turns into a paid subscription, the person moves into the segment Customers, and sales messages can stop.",
  goodFor: "Teams that measure and celebrate conversions.",
  sample: happened("customer.subscription.updated", subscription(), { status: "trialing" }),
  definition: recipe(
    ["customer.subscription.updated"],
    [
      known,
      filter(
        "converted",
        "From trial to active",
        is(object("status"), "active"),
        is(before("status"), "trialing"),
      ),
      person({ plan: PLAN, subscription_status: "active", converted_at: "{{ trigger.created }}" }),
      segment("Customers"),
      join(),
      track("trial_converted", { plan: PLAN }),
    ],
  ),
});
