import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { person, track } from "./common";
import { DAY, happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

export const invoiceOverdue = template({
  id: "invoice-overdue",
  name: "Remind of overdue invoices",
  category: "Failed payments",
  summary:
    "An e-mailed invoice that was not paid in time sends an event with number, amount and link, and marks the person as overdue.",
  goodFor: "B2B teams that bill by invoice with payment terms.",
  sample: happened(
    "invoice.overdue",
    invoice({
      status: "open",
      amount_paid: 0,
      amount_remaining: 4900,
      collection_method: "send_invoice",
      due_date: SAMPLE_TIME - DAY,
    }),
  ),
  definition: recipe(
    ["invoice.overdue"],
    [
      known,
      person({ payment_status: "overdue" }),
      track(
        "invoice_overdue",
        {
          number: object("number"),
          amount_due: money("amount_remaining"),
          days_overdue: "{{ trigger.data.object.due_date | days_since: trigger.created }}",
          pay_url: object("hosted_invoice_url"),
        },
        {
          "data.number": "not numbered",
          "data.amount_due": "0",
          "data.days_overdue": 0,
          "data.pay_url": null,
        },
      ),
    ],
  ),
});
