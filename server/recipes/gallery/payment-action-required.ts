import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { happened } from "./samples";
import { action, filter, known, present } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, money, object } from "./values";

const EMAIL = "{{ trigger.data.object.customer_email | normalize_email }}";

export const paymentActionRequired = template({
  id: "payment-action-required",
  name: "Ask to confirm a payment",
  category: "Failed payments",
  summary:
    "When a bank wants the payment confirmed (3-D Secure), the customer gets an e-mail at once with the link to do it.",
  goodFor: "Customers in Europe and India, where banks ask often.",
  sample: happened("invoice.payment_action_required", invoice({ status: "open", amount_paid: 0 })),
  definition: recipe(
    ["invoice.payment_action_required"],
    [
      known,
      filter("can", "There are an address and a link", present(EMAIL), present(object("hosted_invoice_url"))),
      action(
        "mail",
        "customerio.email.send",
        {
          to: EMAIL,
          transactional_message_id: "confirm_payment",
          identifiers: { id: CUSTOMER },
          message_data: { amount: money("amount_due"), confirm_url: object("hosted_invoice_url") },
        },
        { "message_data.amount": "your invoice" },
      ),
    ],
  ),
});
