import { person, track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

const ALERT = {
  object: "billing.alert_triggered",
  alert: {
    id: "alrt_1TBillhookSample",
    object: "billing.alert",
    alert_type: "usage_threshold",
    livemode: false,
    status: "active",
    title: "80% of included calls",
    usage_threshold: { filters: null, gte: 8000, meter: "mtr_1TBillhook", recurrence: "one_time" },
  },
  created: 1_790_000_000,
  customer: "cus_TBillhookSample",
  livemode: false,
  value: 8012,
};

export const usageAlert = template({
  id: "usage-alert",
  name: "Warn before usage runs out",
  category: "Growth",
  summary:
    "When a customer crosses a usage threshold that you set in Stripe, the person gets an event with what was used: a heads-up, and a reason to upgrade.",
  goodFor: "Usage-based prices and plans with an included amount.",
  sample: happened("billing.alert.triggered", ALERT),
  definition: recipe(
    ["billing.alert.triggered"],
    [
      known,
      person({ last_usage_alert: object("alert.title") }, { "attributes.last_usage_alert": "usage" }),
      track(
        "usage_alert",
        {
          alert: object("alert.title"),
          threshold: object("alert.usage_threshold.gte"),
          used: object("value"),
        },
        { "data.alert": "usage", "data.threshold": null, "data.used": null },
      ),
    ],
  ),
});
