import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { person, track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

export const paymentFailed = template({
  id: "payment-failed",
  name: "Recover failed payments",
  category: "Failed payments",
  summary:
    "Starts your dunning campaign with the amount, the attempt and the link to pay, and marks the person as past due.",
  goodFor: "Every subscription business: most lost payments come back when asked.",
  sample: happened("invoice.payment_failed", invoice({ status: "open", amount_paid: 0 })),
  definition: recipe(
    ["invoice.payment_failed"],
    [
      known,
      person({ payment_status: "past_due" }),
      track(
        "invoice_payment_failed",
        {
          amount_due: money("amount_due"),
          currency: object("currency"),
          attempt: object("attempt_count"),
          pay_url: object("hosted_invoice_url"),
        },
        { "data.amount_due": "0", "data.currency": null, "data.attempt": 1, "data.pay_url": null },
      ),
    ],
  ),
});
