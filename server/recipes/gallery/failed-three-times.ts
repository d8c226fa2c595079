import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { join, person, segment, track } from "./common";
import { happened } from "./samples";
import { filter, known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

export const failedThreeTimes = template({
  id: "failed-three-times",
  name: "Collect who is at risk",
  category: "Failed payments",
  summary:
    "After the third failed attempt the person goes into the segment At risk, where a call or a special offer can start.",
  goodFor: "Teams in which a person takes over where automatic reminders end.",
  sample: happened("invoice.payment_failed", invoice({ status: "open", amount_paid: 0, attempt_count: 3 })),
  definition: recipe(
    ["invoice.payment_failed"],
    [
      known,
      filter("third", "The third attempt or later", { left: object("attempt_count"), op: "gte", right: 3 }),
      person({ payment_status: "at_risk" }),
      segment("At risk"),
      join(),
      track(
        "payment_at_risk",
        { attempts: object("attempt_count"), amount_due: money("amount_due") },
        { "data.amount_due": "0" },
      ),
    ],
  ),
});
