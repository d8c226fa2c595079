import { track } from "./common";
import { entered } from "./samples";
import { action, filter, once } from "./steps";
import { onSegment, recipe, template } from "./template";
import { ENTERED } from "./values";

export const loyaltyCredit = template({
  id: "loyalty-credit",
  name: "Credit for loyal customers",
  category: "Growth",
  summary:
    "Who enters a segment of yours gets 10.00 credit in Stripe, which the next invoice uses by itself, and an event to say thank you with.",
  goodFor: "Rewards that nobody has to type in.",
  sample: entered(),
  definition: recipe(onSegment(), [
    filter("stripe_id", "The id is a Stripe customer", { left: ENTERED, op: "starts_with", right: "cus_" }),
    once(ENTERED, "P365D"),
    action("customer", "stripe.customer.get", { id: ENTERED }),
    action(
      "credit",
      "stripe.customer.balance",
      {
        id: ENTERED,
        amount: -1000,
        currency: "{{ steps.customer.output.currency }}",
        description: "Loyalty credit",
      },
      { currency: "usd" },
    ),
    track(
      "loyalty_credit",
      { amount: "{{ 1000 | money: steps.credit.output.currency }}" },
      { "data.amount": "10.00" },
      ENTERED,
    ),
  ]),
});
