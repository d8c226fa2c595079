import { dispute } from "~/server/connectors/stripe/fixtures-reversals";
import { ofPayer, PAYER, person, track } from "./common";
import { happened } from "./samples";
import { branch, filter, is, path, present } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const told = [{ amount: money("amount") }, { "data.amount": "0" }, PAYER] as const;

export const disputeClosed = template({
  id: "dispute-closed",
  name: "Close the book on a dispute",
  category: "Finance and risk",
  summary:
    "A dispute that was won lifts the hold on marketing; one that was lost stays on the profile, so that the next order is looked at twice.",
  goodFor: "The other half of the dispute alert.",
  sample: happened("charge.dispute.closed", dispute({ status: "won" })),
  definition: recipe(
    ["charge.dispute.closed"],
    [
      filter("charge_known", "The payment is known", present(object("charge"))),
      ofPayer([
        branch(
          "end",
          "How it ended",
          [
            path("won", "Won", is(object("status"), "won"), [
              person({ has_dispute: false, marketing_hold: false }, {}, PAYER),
              track("dispute_won", ...told),
            ]),
          ],
          [
            { ...person({ has_lost_dispute: true }, {}, PAYER), id: "remember" },
            track("dispute_not_won", ...told),
          ],
        ),
      ]),
    ],
  ),
});
