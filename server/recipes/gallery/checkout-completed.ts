import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { track } from "./common";
import { happened } from "./samples";
import { action, filter, is, present } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

/** Guests have no customer: then the address names the person. */
const BUYER = "{{ trigger.data.object.customer | default: trigger.data.object.customer_details.email }}";

export const checkoutCompleted = template({
  id: "checkout-completed",
  name: "Thank buyers after checkout",
  category: "Onboarding",
  summary: "Adds whoever completes a checkout as a person and tells your campaigns what was paid.",
  goodFor: "Shops and one-time offers that are sold through Stripe Checkout, also to guests.",
  sample: happened("checkout.session.completed", checkoutSession()),
  definition: recipe(
    ["checkout.session.completed"],
    [
      filter("paid", "Paid, by somebody with a name", present(BUYER), is(object("payment_status"), "paid")),
      action(
        "person",
        "customerio.person.upsert",
        {
          identifier: BUYER,
          email: "{{ trigger.data.object.customer_details.email | normalize_email }}",
          attributes: { name: object("customer_details.name") },
        },
        { email: null, "attributes.name": "there" },
      ),
      track(
        "checkout_completed",
        { amount: money("amount_total"), currency: object("currency") },
        { "data.amount": "0", "data.currency": null },
        BUYER,
      ),
    ],
  ),
});
