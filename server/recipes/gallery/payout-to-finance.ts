import { happened } from "./samples";
import { action, filter, notify } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const PAYOUT = {
  id: "po_1TBillhookSample",
  object: "payout",
  amount: 1_250_000,
  arrival_date: 1_790_086_400,
  automatic: true,
  created: 1_790_000_000,
  currency: "usd",
  description: "STRIPE PAYOUT",
  failure_code: null,
  failure_message: null,
  livemode: false,
  metadata: {},
  method: "standard",
  status: "paid",
  type: "bank_account",
};

const LEFT = "steps.balance.output.available[0]";
const MESSAGE = `{% if trigger.type == "payout.failed" %}A payout of ${money("amount")} failed: {{ trigger.data.object.failure_message | default: "the bank gave no reason" }}.{% else %}${money("amount")} is on its way to the bank.{% endif %} Available in Stripe: {{ ${LEFT}.amount | money: ${LEFT}.currency | default: "nothing" }}. https://dashboard.stripe.com/payouts/{{ trigger.data.object.id }}`;

export const payoutToFinance = template({
  id: "payout-to-finance",
  name: "Tell finance about payouts",
  category: "Finance and risk",
  summary:
    "Every payout to the bank, and every one that fails, is told to finance with the amount, its link, and what is left in Stripe.",
  goodFor: "Finance teams that reconcile without a Stripe login.",
  sample: happened("payout.paid", PAYOUT),
  definition: recipe(
    ["payout.paid", "payout.failed"],
    [
      filter("some", "More than nothing", { left: object("amount"), op: "gt", right: 0 }),
      action("balance", "stripe.balance.get", {}),
      notify("tell", "Payout", MESSAGE),
    ],
  ),
});
