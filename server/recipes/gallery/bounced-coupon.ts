import { CODE, offer, track } from "./common";
import { reported } from "./samples";
import { filter, once } from "./steps";
import { onReport, recipe, template } from "./template";
import { REPORTED } from "./values";

export const bouncedCoupon = template({
  id: "bounced-coupon",
  name: "A coupon for a working address",
  category: "Growth",
  summary:
    "Whose mail bounces gets a personal 10% code, and an event from which a text or in-app message can ask for an address that works.",
  goodFor: "Lists that age; the code pays for itself with the first order.",
  sample: reported("email_bounced"),
  definition: recipe(onReport("email_bounced"), [
    filter("stripe_id", "The id is a Stripe customer", { left: REPORTED, op: "starts_with", right: "cus_" }),
    once(REPORTED, "P90D"),
    ...offer({ coupon: "NEWADDRESS10", name: "Thank you", percent: 10 }, REPORTED),
    track("address_needed", { code: CODE }, {}, REPORTED),
  ]),
});
