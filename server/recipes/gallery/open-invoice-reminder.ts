import { due } from "./samples";
import { action, each, filter, present } from "./steps";
import { onSchedule, recipe, template } from "./template";

const WHO = "{{ loop.item.customer }}";

export const openInvoiceReminder = template({
  id: "open-invoice-reminder",
  name: "Weekly reminder of open invoices",
  category: "Failed payments",
  summary:
    "Every Tuesday each customer with an unpaid e-mailed invoice gets one event for it, with number, amount and link.",
  goodFor: "B2B teams that want one quiet reminder a week instead of daily ones.",
  sample: due(),
  definition: recipe(onSchedule("0 9 * * 2"), [
    action("invoices", "stripe.invoice.list", {
      status: "open",
      collection_method: "send_invoice",
      limit: 100,
    }),
    each("each", "Each open invoice", "{{ steps.invoices.output.data }}", [
      filter("known", "The customer is known", present(WHO)),
      action(
        "remind",
        "customerio.event.track",
        {
          identifier: WHO,
          name: "invoice_reminder",
          data: {
            number: "{{ loop.item.number }}",
            amount_due: "{{ loop.item.amount_due | money: loop.item.currency }}",
            pay_url: "{{ loop.item.hosted_invoice_url }}",
          },
        },
        { "data.number": "not numbered", "data.amount_due": "0", "data.pay_url": null },
      ),
    ]),
  ]),
});
