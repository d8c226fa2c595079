import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { CODE, offer, track } from "./common";
import { happened } from "./samples";
import { branch, is, known, path } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

const FEEDBACK = object("cancellation_details.feedback");
const said = [
  { feedback: FEEDBACK, comment: object("cancellation_details.comment") },
  { "data.feedback": "not given", "data.comment": "" },
] as const;

export const cancelFeedback = template({
  id: "cancel-feedback",
  name: "Answer the reason for leaving",
  category: "Retention",
  summary:
    "Who left because of the price gets a personal 20% code, who missed something hears from the product team, and everybody else gets a plain goodbye.",
  goodFor: "Teams whose cancellation page asks why (Stripe's customer portal does).",
  sample: happened(
    "customer.subscription.deleted",
    subscription({
      status: "canceled",
      cancellation_details: {
        comment: "Great, but more than we can spend.",
        feedback: "too_expensive",
        feedback_option: null,
        reason: "cancellation_requested",
      },
    }),
  ),
  definition: recipe(
    ["customer.subscription.deleted"],
    [
      known,
      branch(
        "why",
        "Why they left",
        [
          path("price", "Too expensive", is(FEEDBACK, "too_expensive"), [
            ...offer({ coupon: "COMEBACK20", name: "Welcome back", percent: 20 }),
            track("left_for_price", { code: CODE, ...said[0] }, said[1]),
          ]),
          path(
            "product",
            "Something was missing",
            { left: FEEDBACK, op: "in", right: ["missing_features", "low_quality", "too_complex"] },
            [track("left_for_product", ...said)],
          ),
        ],
        [track("left", ...said)],
      ),
    ],
  ),
});
