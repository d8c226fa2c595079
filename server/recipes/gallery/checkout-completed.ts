import { action, CUSTOMER, present, recipe, type Template } from "./template";

export const checkoutCompleted: Template = {
  id: "checkout-completed",
  name: "Thank buyers after checkout",
  category: "Onboarding",
  summary: "Adds whoever completes a checkout as a person and tells your campaigns what was paid.",
  triggerEvents: ["checkout.session.completed"],
  definition: recipe(
    ["checkout.session.completed"],
    [
      { id: "known", kind: "filter", when: present(CUSTOMER) },
      action("person", "customerio.person.upsert", {
        identifier: CUSTOMER,
        email: "{{ trigger.data.object.customer_details.email }}",
        attributes: { name: "{{ trigger.data.object.customer_details.name }}" },
      }),
      action("bought", "customerio.event.track", {
        identifier: CUSTOMER,
        name: "checkout_completed",
        data: {
          amount: "{{ trigger.data.object.amount_total }}",
          currency: "{{ trigger.data.object.currency }}",
        },
      }),
    ],
  ),
};
