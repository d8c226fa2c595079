import { action, CUSTOMER, present, recipe, type Template } from "./template";

export const refundApology: Template = {
  id: "refund-apology",
  name: "Follow up on refunds",
  category: "Retention",
  summary:
    "A refund sends an event with the amount, so that an apology or a question reaches the customer while it matters.",
  triggerEvents: ["charge.refunded"],
  definition: recipe(
    ["charge.refunded"],
    [
      { id: "known", kind: "filter", when: present(CUSTOMER) },
      action("refunded", "customerio.event.track", {
        identifier: CUSTOMER,
        name: "charge_refunded",
        data: {
          amount: "{{ trigger.data.object.amount_refunded }}",
          currency: "{{ trigger.data.object.currency }}",
        },
      }),
    ],
  ),
};
