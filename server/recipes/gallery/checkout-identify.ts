import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { happened } from "./samples";
import { action, filter, known, present } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, object } from "./values";

const VISITOR = object("client_reference_id");

export const checkoutIdentify = template({
  id: "checkout-identify",
  name: "Join a visitor with the buyer",
  category: "Onboarding",
  summary:
    "When a checkout carries your own user id, that profile and the Stripe customer become one person, with all that was known before the purchase.",
  goodFor: "Apps that pass client_reference_id to Checkout and already track users under their own ids.",
  sample: happened("checkout.session.completed", checkoutSession({ client_reference_id: "user_42" })),
  definition: recipe(
    ["checkout.session.completed"],
    [
      known,
      filter("two", "Your own id came along, and is another", present(VISITOR), {
        left: VISITOR,
        op: "neq",
        right: CUSTOMER,
      }),
      action(
        "person",
        "customerio.person.upsert",
        { identifier: CUSTOMER, attributes: { user_id: VISITOR, name: object("customer_details.name") } },
        { "attributes.name": "there" },
      ),
      action("merge", "customerio.person.merge", {
        primary: { id: CUSTOMER },
        secondary: { id: VISITOR },
        confirm: true,
      }),
    ],
  ),
});
