import { charge } from "~/server/connectors/stripe/fixtures-payments";
import { join, person, segment, track } from "./common";
import { happened } from "./samples";
import { action, branch, known, once, path } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER } from "./values";

const PAID = 'steps.charges.output.data | where: "paid", true | sum: "amount"';
const VALUE = `{{ ${PAID} | major_units: trigger.data.object.currency }}`;

export const vipLifetimeValue = template({
  id: "vip-lifetime-value",
  name: "Find VIPs by lifetime value",
  category: "Growth",
  summary:
    "Adds up what a customer has paid so far, keeps it on the person, and puts everybody from 1,000.00 on into the segment VIPs.",
  goodFor: "Loyalty programs, and support that answers good customers first.",
  sample: happened("charge.succeeded", charge({ amount: 120_000 })),
  definition: recipe(
    ["charge.succeeded"],
    [
      known,
      action("charges", "stripe.charge.find", { customer: CUSTOMER, limit: 100 }),
      person({ lifetime_value: VALUE }, { "attributes.lifetime_value": 0 }),
      branch("value", "How much so far", [
        path("vip", "1,000.00 and more", { left: `{{ ${PAID} }}`, op: "gte", right: 100_000 }, [
          segment("VIPs"),
          join(),
          once(CUSTOMER, "P365D"),
          track("became_vip", { lifetime_value: VALUE }, { "data.lifetime_value": 0 }),
        ]),
      ]),
    ],
  ),
});
