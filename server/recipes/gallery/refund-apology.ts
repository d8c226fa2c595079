import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

export const refundApology = template({
  id: "refund-apology",
  name: "Follow up on refunds",
  category: "Retention",
  summary:
    "A refund sends an event with the amount, so that an apology or a question reaches the customer while it matters.",
  goodFor: "Everybody who wants to learn why people ask for their money back.",
  sample: happened("charge.refunded", charge({ refunded: true, amount_refunded: 4900 })),
  definition: recipe(
    ["charge.refunded"],
    [
      known,
      track(
        "charge_refunded",
        { amount: money("amount_refunded"), currency: object("currency"), in_full: object("refunded") },
        { "data.amount": "0", "data.currency": null, "data.in_full": false },
      ),
    ],
  ),
});
