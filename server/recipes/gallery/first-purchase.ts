import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { track } from "./common";
import { happened } from "./samples";
import { action, branch, known, path } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, money } from "./values";

const PAID = '{{ steps.charges.output.data | where: "paid", true | size }}';
const amount = [{ amount: money("amount") }, { "data.amount": "0" }] as const;

export const firstPurchase = template({
  id: "first-purchase",
  name: "Celebrate the first purchase",
  category: "Payments",
  summary:
    "Looks at what the customer paid before: the first payment starts your welcome series, every later one counts as a repeat purchase.",
  goodFor: "Shops that greet new buyers differently from regulars.",
  sample: happened("charge.succeeded", charge()),
  definition: recipe(
    ["charge.succeeded"],
    [
      known,
      action("charges", "stripe.charge.find", { customer: CUSTOMER, limit: 100 }),
      branch(
        "count",
        "First or again",
        [
          path("first", "The first", { left: PAID, op: "lte", right: 1 }, [
            track("first_purchase", ...amount),
          ]),
        ],
        [track("repeat_purchase", ...amount)],
      ),
    ],
  ),
});
