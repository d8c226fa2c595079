import { track } from "./common";
import { happened } from "./samples";
import { action, filter, known, present } from "./steps";
import { recipe, template } from "./template";
import { CUSTOMER, object } from "./values";

const CARD = {
  id: "card_1TBillhookSample",
  object: "card",
  brand: "Visa",
  customer: "cus_TBillhookSample",
  exp_month: 12,
  exp_year: 2026,
  funding: "credit",
  last4: "4242",
  metadata: {},
};

export const cardExpiring = template({
  id: "card-expiring",
  name: "Warn before a card expires",
  category: "Failed payments",
  summary:
    "When a saved card is about to expire, the person gets an event with a personal link where the new one is entered in a minute.",
  goodFor: "Preventing failed renewals instead of repairing them.",
  sample: happened("customer.source.expiring", CARD),
  definition: recipe(
    ["customer.source.expiring"],
    [
      known,
      filter("card", "It is a card", present(object("exp_month")), present(object("exp_year"))),
      action("portal", "stripe.billing_portal.create", {
        customer: CUSTOMER,
        flow_data: { type: "payment_method_update" },
      }),
      track(
        "card_expiring",
        {
          brand: object("brand"),
          last4: object("last4"),
          expires: "{{ trigger.data.object.exp_month }}/{{ trigger.data.object.exp_year }}",
          update_url: "{{ steps.portal.output.url }}",
        },
        { "data.brand": "card", "data.last4": null },
      ),
    ],
  ),
});
