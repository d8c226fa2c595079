import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { person, track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

export const subscriptionCanceled = template({
  id: "subscription-canceled",
  name: "Win back customers who cancel",
  category: "Retention",
  summary: "Marks the person as churned and starts a win-back series that knows when and why they left.",
  goodFor: "Every subscription business.",
  sample: happened(
    "customer.subscription.deleted",
    subscription({ status: "canceled", canceled_at: SAMPLE_TIME, ended_at: SAMPLE_TIME }),
  ),
  definition: recipe(
    ["customer.subscription.deleted"],
    [
      known,
      person(
        { subscription_status: "canceled", churned_at: object("canceled_at") },
        { "attributes.churned_at": "{{ trigger.created }}" },
      ),
      track(
        "subscription_canceled",
        { reason: object("cancellation_details.feedback") },
        { "data.reason": "not given" },
      ),
    ],
  ),
});
