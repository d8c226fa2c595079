import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { happened } from "./samples";
import { action, filter, known, present } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, money, object } from "./values";

const EMAIL = "{{ trigger.data.object.customer_email | normalize_email }}";

export const invoiceReceipt = template({
  id: "invoice-receipt",
  name: "Send receipts in your own design",
  category: "Payments",
  summary:
    "Every paid invoice sends your transactional message “receipt” with the number, the amount as people write it, and the PDF.",
  goodFor: "Brands that want receipts to look like the rest of their mail.",
  sample: happened("invoice.paid", invoice()),
  definition: recipe(
    ["invoice.paid"],
    [
      known,
      filter("charged", "More than nothing, and an address", present(EMAIL), {
        left: object("amount_paid"),
        op: "gt",
        right: 0,
      }),
      action(
        "receipt",
        "customerio.email.send",
        {
          to: EMAIL,
          transactional_message_id: "receipt",
          identifiers: { id: CUSTOMER },
          message_data: {
            number: object("number"),
            amount: money("amount_paid"),
            pdf_url: object("invoice_pdf"),
          },
        },
        { "message_data.number": "", "message_data.amount": "0", "message_data.pdf_url": null },
      ),
    ],
  ),
});
