import { action, CUSTOMER, present, recipe, type Template } from "./template";

export const paymentFailed: Template = {
  id: "payment-failed",
  name: "Recover failed payments",
  category: "Payments",
  summary:
    "Starts your dunning campaign with the amount, the attempt and the link to pay, and marks the person as past due.",
  triggerEvents: ["invoice.payment_failed"],
  definition: recipe(
    ["invoice.payment_failed"],
    [
      { id: "known", kind: "filter", when: present(CUSTOMER) },
      action("person", "customerio.person.upsert", {
        identifier: CUSTOMER,
        attributes: { payment_status: "past_due" },
      }),
      action("failed", "customerio.event.track", {
        identifier: CUSTOMER,
        name: "invoice_payment_failed",
        data: {
          amount_due: "{{ trigger.data.object.amount_due }}",
          currency: "{{ trigger.data.object.currency }}",
          attempt: "{{ trigger.data.object.attempt_count }}",
          pay_url: "{{ trigger.data.object.hosted_invoice_url }}",
        },
      }),
    ],
  ),
};
