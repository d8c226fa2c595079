import { customer } from "~/server/connectors/stripe/fixtures";
import { happened } from "./samples";
import { action, filter, present } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

const PHONE = "{{ trigger.data.object.phone | e164: trigger.data.object.address.country }}";
const address = {
  city: "Berlin",
  country: "DE",
  line1: null,
  line2: null,
  postal_code: "10115",
  state: null,
};

export const customerProfile = template({
  id: "customer-profile",
  name: "Country, currency and language on the profile",
  category: "Data and consent",
  summary:
    "Keeps e-mail address, country, currency, language and a phone number that texts can use in step with Stripe, so that messages speak the customer's language.",
  goodFor: "Businesses that sell in several countries.",
  sample: happened(
    "customer.updated",
    customer({ address, currency: "eur", phone: "030 901820", preferred_locales: ["de"] }),
    { phone: null },
  ),
  definition: recipe(
    ["customer.created", "customer.updated"],
    [
      filter("customer", "There is a customer", present(object("id"))),
      action(
        "person",
        "customerio.person.upsert",
        {
          identifier: object("id"),
          email: "{{ trigger.data.object.email | normalize_email }}",
          attributes: {
            country: object("address.country"),
            currency: object("currency"),
            language: object("preferred_locales[0]"),
            phone: PHONE,
          },
        },
        {
          email: null,
          "attributes.country": null,
          "attributes.currency": null,
          "attributes.language": "en",
          "attributes.phone": null,
        },
      ),
    ],
  ),
});
