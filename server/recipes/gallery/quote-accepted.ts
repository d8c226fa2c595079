import { person, track } from "./common";
import { happened } from "./samples";
import { known } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const QUOTE = {
  id: "qt_1TBillhookSample",
  object: "quote",
  amount_subtotal: 490_000,
  amount_total: 490_000,
  collection_method: "send_invoice",
  created: 1_790_000_000,
  currency: "usd",
  customer: "cus_TBillhookSample",
  description: null,
  expires_at: 1_792_592_000,
  invoice: null,
  livemode: false,
  metadata: {},
  number: "QT-B1LLH00K-0001-1",
  status: "accepted",
  subscription: null,
};

export const quoteAccepted = template({
  id: "quote-accepted",
  name: "Start onboarding with a signed quote",
  category: "Payments",
  summary:
    "An accepted quote marks the person as won and sends its number and value, so that the kick-off mail leaves the same minute.",
  goodFor: "Sales teams that send quotes from Stripe.",
  sample: happened("quote.accepted", QUOTE),
  definition: recipe(
    ["quote.accepted"],
    [
      known,
      person({ deal_status: "won" }),
      track(
        "quote_accepted",
        { number: object("number"), amount: money("amount_total") },
        { "data.number": "not numbered", "data.amount": "0" },
      ),
    ],
  ),
});
