import { person, track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

const TAX_ID = {
  id: "txi_1TBillhookSample",
  object: "tax_id",
  country: "DE",
  created: 1_790_000_000,
  customer: "cus_TBillhookSample",
  livemode: false,
  type: "eu_vat",
  value: "DE123456789",
  verification: { status: "pending", verified_address: null, verified_name: null },
};

export const taxIdAdded = template({
  id: "tax-id-added",
  name: "Recognize businesses by tax id",
  category: "Data and consent",
  summary:
    "A customer who enters a VAT or tax number is marked as a business, with number and country on the profile, and can move to your B2B messages.",
  goodFor: "Products that sell to people and to companies.",
  sample: happened("customer.tax_id.created", TAX_ID),
  definition: recipe(
    ["customer.tax_id.created"],
    [
      known,
      person(
        { is_business: true, tax_id: object("value"), tax_country: object("country") },
        { "attributes.tax_id": null, "attributes.tax_country": null },
      ),
      track("tax_id_added", { type: object("type") }, { "data.type": "unknown" }),
    ],
  ),
});
