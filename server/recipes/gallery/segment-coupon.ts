import { CODE, offer, track } from "./common";
import { entered } from "./samples";
import { filter, once } from "./steps";
import { onSegment, recipe, template } from "./template";
import { ENTERED } from "./values";

export const segmentCoupon = template({
  id: "segment-coupon",
  name: "A personal code for a segment",
  category: "Growth",
  summary:
    "Everybody who enters a segment of yours gets a code of their own in Stripe, 15% off and good once, which your campaign can print.",
  goodFor: "Birthdays, referrals and re-activation: whatever Customer.io can see.",
  sample: entered(),
  definition: recipe(onSegment(), [
    filter("stripe_id", "The id is a Stripe customer", { left: ENTERED, op: "starts_with", right: "cus_" }),
    once(ENTERED, "P90D"),
    ...offer({ coupon: "PERSONAL15", name: "Just for you", percent: 15 }, ENTERED),
    track("personal_code", { code: CODE }, {}, ENTERED),
  ]),
});
