import { customer } from "~/server/connectors/stripe/fixtures";
import { happened } from "./samples";
import { action, filter, is } from "./steps";
import { recipe, template } from "./template";
import { object } from "./values";

export const customerDeleted = template({
  id: "customer-deleted",
  name: "Forget deleted customers",
  category: "Data and consent",
  summary:
    "A customer who is deleted in Stripe is deleted in Customer.io as well, with profile and history. This cannot be undone.",
  goodFor: "Privacy requests that begin in Stripe.",
  sample: happened("customer.deleted", customer()),
  definition: recipe(
    ["customer.deleted"],
    [
      filter("customer", "It is a customer", is(object("object"), "customer")),
      action("forget", "customerio.person.delete", { identifier: object("id"), confirm: true }),
    ],
  ),
});
