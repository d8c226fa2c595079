import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { person, track } from "./common";
import { happened } from "./samples";
import { branch, known, path } from "./steps";
import { recipe, template } from "./template";
import { money, object } from "./values";

const paid = [
  { amount: money("amount_paid"), currency: object("currency") },
  { "data.amount": "0", "data.currency": null },
] as const;

export const vipPayment = template({
  id: "vip-payment",
  name: "Treat large payments as VIP",
  category: "Payments",
  summary:
    "Payments of 500.00 and more mark the person as a VIP; every other payment is recorded as an ordinary purchase.",
  goodFor: "Offers with a few large orders among many small ones.",
  sample: happened("invoice.paid", invoice({ total: 60_000 })),
  definition: recipe(
    ["invoice.paid"],
    [
      known,
      branch(
        "size",
        "Large or not",
        [
          path("large", "500.00 and more", { left: object("amount_paid"), op: "gte", right: 50_000 }, [
            person({ vip: true }),
            track("vip_payment", ...paid),
          ]),
        ],
        [track("payment_received", ...paid)],
      ),
    ],
  ),
});
