import { action, recipe, type Template } from "./template";

export const newCustomer: Template = {
  id: "new-customer",
  name: "Add new customers as people",
  category: "Onboarding",
  summary:
    "Everyone who becomes a customer in Stripe is a person in Customer.io a second later, ready for your welcome campaign.",
  triggerEvents: ["customer.created"],
  definition: recipe(
    ["customer.created"],
    [
      action(
        "person",
        "customerio.person.upsert",
        {
          identifier: "{{ trigger.data.object.id }}",
          email: "{{ trigger.data.object.email }}",
          created_at: "{{ trigger.data.object.created }}",
          attributes: {
            name: "{{ trigger.data.object.name }}",
            currency: "{{ trigger.data.object.currency }}",
          },
        },
        { "attributes.name": "there" },
      ),
    ],
  ),
};
