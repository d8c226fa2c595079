import { customer } from "~/server/connectors/stripe/fixtures";
import { happened } from "./samples";
import { action, filter, present } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

export const newCustomer = template({
  id: "new-customer",
  name: "Add new customers as people",
  category: "Onboarding",
  summary:
    "Everyone who becomes a customer in Stripe is a person in Customer.io a second later, ready for your welcome campaign.",
  goodFor: "Everybody who uses both: most other templates build on these people.",
  sample: happened("customer.created", customer({ currency: "usd" })),
  definition: recipe(
    ["customer.created"],
    [
      filter("customer", "There is a customer", present(object("id"))),
      action(
        "person",
        "customerio.person.upsert",
        {
          identifier: object("id"),
          email: "{{ trigger.data.object.email | normalize_email }}",
          created_at: object("created"),
          attributes: { name: object("name"), currency: object("currency") },
        },
        {
          email: null,
          created_at: "{{ trigger.created }}",
          "attributes.name": "there",
          "attributes.currency": null,
        },
      ),
    ],
  ),
});
