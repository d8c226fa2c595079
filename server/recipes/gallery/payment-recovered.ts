import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { leave, person, segment, track } from "./common";
import { happened } from "./samples";
import { filter, known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

export const paymentRecovered = template({
  id: "payment-recovered",
  name: "End dunning when the payment comes",
  category: "Failed payments",
  summary:
    "An invoice that is paid after all takes the person out of the segment At risk and thanks them, so that nobody is reminded of a paid bill.",
  goodFor: "The other half of every dunning recipe.",
  sample: happened("invoice.paid", invoice({ attempt_count: 3 })),
  definition: recipe(
    ["invoice.paid"],
    [
      known,
      filter("late", "Not at the first attempt", { left: object("attempt_count"), op: "gt", right: 1 }),
      person({ payment_status: "ok" }),
      segment("At risk"),
      leave(),
      track(
        "payment_recovered",
        { attempts: object("attempt_count"), amount: money("amount_paid") },
        { "data.amount": "0" },
      ),
    ],
  ),
});
