import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { CODE, offer, track } from "./common";
import { happened } from "./samples";
import { known, lookup, wait } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, PLAN } from "./values";

export const winBackOffer = template({
  id: "win-back-offer",
  name: "Come-back offer after a month",
  category: "Retention",
  summary:
    "Thirty days after a subscription ended it checks whether the customer has come back alone; if not, a personal 30% code is made and sent to your campaign.",
  goodFor: "Products people leave for a season and not for good.",
  sample: happened("customer.subscription.deleted", subscription({ status: "canceled" })),
  definition: recipe(
    ["customer.subscription.deleted"],
    [
      known,
      wait("a_month", "P30D"),
      lookup(
        "active",
        "stripe.subscription.list",
        { customer: CUSTOMER, status: "active" },
        {
          none: [
            ...offer({ coupon: "COMEBACK30", name: "Come back", percent: 30 }),
            track("win_back_offer", { code: CODE, plan: PLAN }),
          ],
        },
      ),
    ],
  ),
});
