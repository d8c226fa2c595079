import { dispute } from "~/server/connectors/stripe/fixtures-reversals";
import { person, track } from "./common";
import { happened } from "./samples";
import { branch, filter, lookup, notify, path, present } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const CUSTOMER = "{{ steps.charge.output.item.customer }}";
const MESSAGE = `${money("amount")} is disputed ({{ trigger.data.object.reason | default: 'no reason given' }}). {% if trigger.data.object.evidence_details.due_by %}Answer until {{ trigger.data.object.evidence_details.due_by | unix_to_iso | slice: 0, 10 }}. {% endif %}https://dashboard.stripe.com/disputes/{{ trigger.data.object.id }}`;

export const disputeAlert = template({
  id: "dispute-alert",
  name: "Alert the team about disputes",
  category: "Finance and risk",
  summary:
    "A dispute is told to your team at once with the day until which evidence counts, and marketing to that customer stops.",
  goodFor: "Everybody who takes cards: what is not answered in time is lost.",
  sample: happened("charge.dispute.created", dispute()),
  definition: recipe(
    ["charge.dispute.created"],
    [
      filter("charge_known", "The payment is known", present(object("charge"))),
      lookup(
        "charge",
        "stripe.charge.find",
        { id: object("charge") },
        {
          found: [
            branch("customer", "Is the customer known?", [
              path("yes", "Yes", present(CUSTOMER), [
                person({ has_dispute: true, marketing_hold: true }, {}, CUSTOMER),
                track(
                  "dispute_opened",
                  { amount: money("amount"), reason: object("reason") },
                  { "data.amount": "0", "data.reason": "not given" },
                  CUSTOMER,
                ),
              ]),
            ]),
          ],
        },
      ),
      notify("tell", "New dispute", MESSAGE),
    ],
  ),
});
