import { customer } from "~/server/connectors/stripe/fixtures";
import { happened } from "./samples";
import { action, present } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

const COMPANY = "{{ trigger.data.object.business_name | default: trigger.data.object.metadata.company }}";
const KEY =
  "{{ trigger.data.object.business_name | default: trigger.data.object.metadata.company | slugify }}";

export const newCompany = template({
  id: "new-company",
  name: "Group customers into companies",
  category: "Data and consent",
  summary:
    "A business customer becomes a company object in Customer.io, with the person linked to it, so that messages can speak to the account.",
  goodFor: "B2B products whose Stripe customers carry a business name, or company in their metadata.",
  sample: happened(
    "customer.created",
    customer({ name: "Ada Lovelace", business_name: "Analytical Engines Ltd" }),
  ),
  definition: recipe(
    ["customer.created", "customer.updated"],
    [
      { id: "business", kind: "filter", name: "It is a business", when: present(COMPANY) },
      action(
        "person",
        "customerio.person.upsert",
        {
          identifier: object("id"),
          email: "{{ trigger.data.object.email | normalize_email }}",
          attributes: { company: COMPANY },
        },
        { email: null },
      ),
      action(
        "company",
        "customerio.object.upsert",
        {
          object_type_id: "1",
          object_id: KEY,
          action: "identify",
          attributes: { name: COMPANY, country: object("address.country") },
          cio_relationships: [{ identifiers: { id: object("id") } }],
        },
        { "attributes.country": null },
      ),
    ],
  ),
});
