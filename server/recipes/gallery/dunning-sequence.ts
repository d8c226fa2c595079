import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { person, track } from "./common";
import { happened } from "./samples";
import { action, filter, is, known, once, wait } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const told = [
  { amount_due: money("amount_due"), pay_url: object("hosted_invoice_url") },
  { "data.amount_due": "0", "data.pay_url": null },
] as const;

const look = (id: string) => action(id, "stripe.invoice.get", { id: object("id") });
const stillOpen = (id: string, look: string) =>
  filter(id, "Still not paid", is(`{{ steps.${look}.output.status }}`, "open"));

export const dunningSequence = template({
  id: "dunning-sequence",
  name: "Dunning in three steps",
  category: "Failed payments",
  summary:
    "A friendly note at once, a reminder after three days and a last notice after a week. It looks at the invoice before each one and stops when it was paid.",
  goodFor: "Teams that want the timing of their reminders in one place.",
  sample: happened("invoice.payment_failed", invoice({ status: "open", amount_paid: 0 })),
  definition: recipe(
    ["invoice.payment_failed"],
    [
      known,
      filter("invoice", "It is an invoice", { left: object("id"), op: "exists" }),
      once(object("id"), "P30D"),
      track("dunning_first", ...told),
      wait("three_days", "P3D"),
      look("after_three"),
      stillOpen("open_after_three", "after_three"),
      track("dunning_second", ...told),
      wait("four_days", "P4D"),
      look("after_week"),
      stillOpen("open_after_week", "after_week"),
      person({ payment_status: "final_notice" }),
      track("dunning_final", ...told),
    ],
  ),
});
