import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { happened } from "./samples";
import { action, filter, is, known, present } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, money, object } from "./values";

const PHONE = "{{ trigger.data.object.customer_phone | e164: trigger.data.object.customer_address.country }}";

const address = { country: "US", city: null, line1: null, line2: null, postal_code: null, state: null };

export const paymentFailedText = template({
  id: "payment-failed-text",
  name: "Text about a failed payment",
  category: "Failed payments",
  summary:
    "A first failed payment is told by text message, to the number on the invoice, written the way carriers need it (+1…).",
  goodFor: "Customers who read texts sooner than e-mail. They must have agreed to texts.",
  sample: happened(
    "invoice.payment_failed",
    invoice({
      status: "open",
      amount_paid: 0,
      customer_phone: "(201) 555-0123",
      customer_address: address,
    }),
  ),
  definition: recipe(
    ["invoice.payment_failed"],
    [
      known,
      filter("number", "First attempt, with a phone", present(PHONE), is(object("attempt_count"), 1)),
      action(
        "text",
        "customerio.message.send",
        {
          channel: "sms",
          transactional_message_id: "payment_failed",
          identifiers: { id: CUSTOMER },
          to: PHONE,
          message_data: { amount: money("amount_due"), pay_url: object("hosted_invoice_url") },
        },
        { "message_data.amount": "your invoice", "message_data.pay_url": null },
      ),
    ],
  ),
});
