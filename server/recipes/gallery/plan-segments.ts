import { price } from "~/server/connectors/stripe/fixtures";
import { subscription, subscriptionItem } from "~/server/connectors/stripe/fixtures-billing";
import { join, leave, person, segment } from "./common";
import { happened } from "./samples";
import { branch, known, path, present } from "./steps";
import { recipe, template } from "./template";
import { before, object, PLAN } from "./values";

const WAS = before("items.data[0].price.nickname");
const RUNS = ["active", "trialing", "past_due"];
const starter = price({ id: "price_1TBillhookStarter", nickname: "Starter", unit_amount: 1900 });

export const planSegments = template({
  id: "plan-segments",
  name: "A segment for every plan",
  category: "Data and consent",
  summary:
    "Keeps manual segments such as “Plan: Pro” in step with Stripe: people join with their subscription, move when the plan changes, and leave when it ends.",
  goodFor: "Newsletters and features that go to some plans only.",
  sample: happened("customer.subscription.updated", subscription(), {
    items: { object: "list", data: [subscriptionItem({ price: starter })] },
  }),
  definition: recipe(
    ["customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted"],
    [
      known,
      person(
        { plan: PLAN, subscription_status: object("status") },
        {
          "attributes.subscription_status": "active",
        },
      ),
      segment(`Plan: ${PLAN}`),
      branch(
        "runs",
        "Does it run?",
        [path("yes", "It runs", { left: object("status"), op: "in", right: RUNS }, [join()])],
        [leave()],
      ),
      branch("moved", "Was it another plan?", [
        path("from", "Yes", present(WAS), [segment(`Plan: ${WAS}`, "earlier"), leaveEarlier()]),
      ]),
    ],
  ),
});

function leaveEarlier() {
  return { ...leave("earlier"), id: "leave_earlier" };
}
