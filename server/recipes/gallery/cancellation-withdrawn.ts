import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { person, track } from "./common";
import { happened } from "./samples";
import { filter, known } from "./steps";
import { recipe, template } from "./template";
import { before, object, PLAN } from "./values";

export const cancellationWithdrawn = template({
  id: "cancellation-withdrawn",
  name: "Thank those who stay",
  category: "Retention",
  summary:
    "When a scheduled cancellation is taken back, the end date leaves the profile, goodbye messages stop, and a thank-you can go out.",
  goodFor: "The other half of every save offer.",
  sample: happened("customer.subscription.updated", subscription(), { cancel_at_period_end: true }),
  definition: recipe(
    ["customer.subscription.updated"],
    [
      known,
      filter(
        "withdrawn",
        "Was set to end, and no longer is",
        { left: object("cancel_at_period_end"), op: "is_false" },
        { left: before("cancel_at_period_end"), op: "is_true" },
      ),
      person(
        { subscription_status: object("status"), cancels_at: null },
        {
          "attributes.subscription_status": "active",
        },
      ),
      track("cancellation_withdrawn", { plan: PLAN }),
    ],
  ),
});
