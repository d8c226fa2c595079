import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { CODE, offer, person, track } from "./common";
import { DAY, happened } from "./samples";
import { filter, known } from "./steps";
import { recipe, template } from "./template";
import { before, object, PLAN } from "./values";

export const cancelSaveOffer = template({
  id: "cancel-save-offer",
  name: "Save those who scheduled to cancel",
  category: "Retention",
  summary:
    "Whoever sets a subscription to end with its period gets a personal code, 25% off for three months, while they can still change their mind.",
  goodFor: "Plans where a smaller price is better than none.",
  sample: happened(
    "customer.subscription.updated",
    subscription({ cancel_at_period_end: true, cancel_at: SAMPLE_TIME + 30 * DAY }),
    { cancel_at_period_end: false, cancel_at: null },
  ),
  definition: recipe(
    ["customer.subscription.updated"],
    [
      known,
      filter(
        "scheduled",
        "Was set to end",
        { left: object("cancel_at_period_end"), op: "is_true" },
        { left: before("cancel_at_period_end"), op: "is_false" },
      ),
      person({ cancels_at: object("cancel_at") }, { "attributes.cancels_at": null }),
      ...offer({ coupon: "STAY25", name: "Stay with us", percent: 25, months: 3 }),
      track(
        "cancellation_scheduled",
        { code: CODE, plan: PLAN, ends_at: object("cancel_at") },
        { "data.ends_at": null },
      ),
    ],
  ),
});
