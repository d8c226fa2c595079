import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { track } from "./common";
import { happened } from "./samples";
import { action, filter, present } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const EMAIL = "{{ trigger.data.object.customer_details.email | normalize_email }}";

export const paymentLinkPurchase = template({
  id: "payment-link-purchase",
  name: "Follow up on payment links",
  category: "Payments",
  summary:
    "Whoever buys through a payment link becomes a person by e-mail address, with an event that says which link it was.",
  goodFor: "Creators and events that sell through links and have no accounts.",
  sample: happened(
    "checkout.session.completed",
    checkoutSession({ customer: null, mode: "payment", payment_link: "plink_1TBillhookSample" }),
  ),
  definition: recipe(
    ["checkout.session.completed"],
    [
      filter("link", "Bought through a link", present(object("payment_link")), present(EMAIL)),
      action(
        "person",
        "customerio.person.upsert",
        { identifier: EMAIL, attributes: { name: object("customer_details.name") } },
        { "attributes.name": "there" },
      ),
      track(
        "payment_link_purchase",
        { link: object("payment_link"), amount: money("amount_total") },
        { "data.amount": "0" },
        EMAIL,
      ),
    ],
  ),
});
