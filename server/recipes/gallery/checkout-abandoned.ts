import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { track } from "./common";
import { happened } from "./samples";
import { action, filter, present } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const EMAIL = "{{ trigger.data.object.customer_details.email | normalize_email }}";
const WHO = `{{ trigger.data.object.customer | default: trigger.data.object.customer_details.email }}`;
const recovery = {
  allow_promotion_codes: true,
  enabled: true,
  expires_at: 1_792_592_000,
  url: "https://buy.stripe.com/r/live_billhook",
};

export const checkoutAbandoned = template({
  id: "checkout-abandoned",
  name: "Win back abandoned checkouts",
  category: "Payments",
  summary:
    "Who left a checkout after entering an address gets an event with the amount and Stripe's link back to the same basket.",
  goodFor: "Shops; switch on recovery in the checkout so that Stripe makes the link.",
  sample: happened(
    "checkout.session.expired",
    checkoutSession({
      customer: null,
      status: "expired",
      payment_status: "unpaid",
      after_expiration: { recovery },
    }),
  ),
  definition: recipe(
    ["checkout.session.expired"],
    [
      filter("address", "The address is known", present(EMAIL)),
      action(
        "person",
        "customerio.person.upsert",
        { identifier: WHO, email: EMAIL, attributes: { name: object("customer_details.name") } },
        { "attributes.name": "there" },
      ),
      track(
        "checkout_abandoned",
        { amount: money("amount_total"), recovery_url: object("after_expiration.recovery.url") },
        { "data.amount": "0", "data.recovery_url": null },
        WHO,
      ),
    ],
  ),
});
