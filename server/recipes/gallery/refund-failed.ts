import { refund } from "~/server/connectors/stripe/fixtures-reversals";
import { ofPayer, PAYER, track } from "./common";
import { happened } from "./samples";
import { filter, present } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

export const refundFailed = template({
  id: "refund-failed",
  name: "Sort out refunds that fail",
  category: "Finance and risk",
  summary:
    "When a bank turns a refund down, the customer gets an event that asks where the money should go instead, before they ask you.",
  goodFor: "Shops with bank debits and closed cards.",
  sample: happened("refund.failed", refund({ status: "failed", failure_reason: "lost_or_stolen_card" })),
  definition: recipe(
    ["refund.failed"],
    [
      filter("charge_known", "The payment is known", present(object("charge"))),
      ofPayer([
        track(
          "refund_failed",
          { amount: money("amount"), reason: object("failure_reason") },
          { "data.amount": "0", "data.reason": "unknown" },
          PAYER,
        ),
      ]),
    ],
  ),
});
