import { price } from "~/server/connectors/stripe/fixtures";
import { subscription, subscriptionItem } from "~/server/connectors/stripe/fixtures-billing";
import { person, track } from "./common";
import { happened } from "./samples";
import { branch, filter, known, path, present } from "./steps";
import { recipe, template } from "./template";
import { before, object, PLAN } from "./values";

const NOW = object("items.data[0].price.unit_amount");
const WAS = before("items.data[0].price.unit_amount");
const change = [
  { to: PLAN, from: before("items.data[0].price.nickname") },
  { "data.from": "another plan" },
] as const;
const starter = price({ id: "price_1TBillhookStarter", nickname: "Starter", unit_amount: 1900 });

export const planChanged = template({
  id: "plan-changed",
  name: "Tell upgrades from downgrades",
  category: "Growth",
  summary:
    "A change of plan is compared by price: upgrades get tips for what is new, downgrades a question, and the plan on the profile stays true.",
  goodFor: "Products with several plans.",
  sample: happened("customer.subscription.updated", subscription(), {
    items: { object: "list", data: [subscriptionItem({ price: starter })] },
  }),
  definition: recipe(
    ["customer.subscription.updated"],
    [
      known,
      filter("changed", "The price changed", present(before("items"))),
      person({ plan: PLAN }),
      branch(
        "direction",
        "Up or down",
        [
          path("up", "Upgrade", { left: NOW, op: "gt", right: WAS }, [track("plan_upgraded", ...change)]),
          path("down", "Downgrade", { left: NOW, op: "lt", right: WAS }, [
            track("plan_downgraded", ...change),
          ]),
        ],
        [track("plan_switched", ...change)],
      ),
    ],
  ),
});
