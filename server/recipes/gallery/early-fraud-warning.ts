import { join, ofPayer, PAYER, person, segment } from "./common";
import { happened } from "./samples";
import { action, filter, present } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

const WARNING = {
  id: "issfr_1TBillhookSample",
  object: "radar.early_fraud_warning",
  actionable: true,
  charge: "ch_3TBillhookSample",
  created: 1_790_000_000,
  fraud_type: "made_with_stolen_card",
  livemode: false,
  payment_intent: "pi_3TBillhookSample",
};

export const earlyFraudWarning = template({
  id: "early-fraud-warning",
  name: "Act on early fraud warnings",
  category: "Finance and risk",
  summary:
    "Before a stolen card becomes a dispute, the customer is flagged in Stripe and goes into the segment Fraud review, and automatic mail stops.",
  goodFor: "Shops that ship fast and would rather refund than be disputed.",
  sample: happened("radar.early_fraud_warning.created", WARNING),
  definition: recipe(
    ["radar.early_fraud_warning.created"],
    [
      filter("open", "Something can be done", present(object("charge")), {
        left: object("actionable"),
        op: "is_true",
      }),
      ofPayer([
        action(
          "flag",
          "stripe.customer.update",
          { id: PAYER, metadata: { fraud_warning: object("fraud_type") } },
          { "metadata.fraud_warning": "unknown" },
        ),
        person({ fraud_warning: true, marketing_hold: true }, {}, PAYER),
        segment("Fraud review"),
        join("segment", PAYER),
      ]),
    ],
  ),
});
