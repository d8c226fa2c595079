import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { leave, segment, track } from "./common";
import { happened } from "./samples";
import { action, filter, known } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, money, object } from "./values";

export const largeRefund = template({
  id: "large-refund",
  name: "Flag large refunds",
  category: "Finance and risk",
  summary:
    "A refund of 500.00 and more is noted on the Stripe customer for review, takes the person out of the segment VIPs, and tells your campaigns.",
  goodFor: "Finance and support teams that look at large refunds together.",
  sample: happened("charge.refunded", charge({ amount: 60_000, refunded: true, amount_refunded: 60_000 })),
  definition: recipe(
    ["charge.refunded"],
    [
      known,
      filter("large", "500.00 and more", { left: object("amount_refunded"), op: "gte", right: 50_000 }),
      action(
        "note",
        "stripe.customer.update",
        {
          id: CUSTOMER,
          metadata: { refund_review: "needed", last_large_refund: money("amount_refunded") },
        },
        { "metadata.last_large_refund": "unknown" },
      ),
      segment("VIPs"),
      leave(),
      track("large_refund", { amount: money("amount_refunded") }, { "data.amount": "0" }),
    ],
  ),
});
