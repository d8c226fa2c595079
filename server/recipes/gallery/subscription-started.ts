import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { person, track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { object, PLAN } from "./values";

export const subscriptionStarted = template({
  id: "subscription-started",
  name: "Welcome new subscribers",
  category: "Onboarding",
  summary:
    "Keeps the plan and its status on the person and sends an event that starts your onboarding series.",
  goodFor: "Subscription products with a welcome series that differs by plan.",
  sample: happened("customer.subscription.created", subscription()),
  definition: recipe(
    ["customer.subscription.created"],
    [
      known,
      person(
        {
          plan: PLAN,
          subscription_status: object("status"),
          period_end: object("items.data[0].current_period_end"),
        },
        { "attributes.subscription_status": "active", "attributes.period_end": null },
      ),
      track("subscription_started", { plan: PLAN, status: object("status") }, { "data.status": "active" }),
    ],
  ),
});
