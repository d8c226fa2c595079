import { z } from "zod";
import { Integer, optional, required, Text } from "../fields";
import * as checkout from "./checkout-fields";
import { metadata } from "./common-fields";

const afterCompletion = optional(
  z.strictObject({
    type: required(z.enum(["hosted_confirmation", "redirect"]), { title: "Stripe's page, or your own" }),
    redirect: optional(
      z.strictObject({ url: required(z.url("Must be an address."), { title: "Your page" }) }),
      {
        title: "Your own page",
      },
    ),
    hosted_confirmation: optional(
      z.strictObject({ custom_message: required(Text(500), { title: "Message" }) }),
      { title: "Stripe's page" },
    ),
  }),
  { title: "After paying" },
);

type After = z.output<typeof afterCompletion>;

const hasPage = (after: After) =>
  after === undefined ||
  ((after.type === "redirect") === (after.redirect !== undefined) &&
    (after.type === "hosted_confirmation" || after.hosted_confirmation === undefined));
const needsPage = {
  error: "Give the address of your own page if, and only if, you chose it.",
  path: ["redirect"],
};

/** What a new payment link says. https://docs.stripe.com/api/payment-link/create */
export const PaymentLinkInput = z.strictObject({
  line_items: required(checkout.lineItems, { title: "What is bought" }),
  after_completion: afterCompletion.refine(hasPage, needsPage),
  allow_promotion_codes: checkout.allowPromotionCodes,
  subscription_data: checkout.subscriptionData,
  restrictions: optional(
    z.strictObject({
      completed_sessions: z.strictObject({
        limit: required(Integer(1), { title: "How often it can be paid" }),
      }),
    }),
    { title: "Limits", group: "more" },
  ),
  inactive_message: optional(Text(500), { title: "Text when it is switched off", group: "more" }),
  metadata: metadata("payment link"),
});
