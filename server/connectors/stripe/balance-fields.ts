import { z } from "zod";
import { Integer, ifExists, optional, required, Text } from "../fields";
import { currency, MetadataOutput, metadata } from "./common-fields";

/** https://docs.stripe.com/api/customer_balance_transactions/create */
export const adjustment = {
  amount: required(Integer(), {
    title: "Amount",
    description:
      "In the currency's smallest unit. Below zero is a credit for the customer, above zero is owed: -4900 gives them $49.00.",
    examples: [-4900],
  }),
  currency,
  description: optional(Text(350), { title: "Why", description: "A note for your team." }),
  metadata: metadata("adjustment"),
  if_exists: ifExists(
    "Take the adjustment that this step has already made (unless you choose), or make another.",
  ),
};

export const BalanceOutput = z.looseObject({
  id: z.string(),
  amount: z.number(),
  currency: z.string(),
  ending_balance: z.number(),
  metadata: MetadataOutput,
});
