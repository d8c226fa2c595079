import { z } from "zod";
import { Flag, Integer, ifExists, optional, required, Text, UnixTime } from "../fields";
import { discounts, MetadataOutput, metadata, SMALLEST_UNIT } from "./common-fields";

const Period = z.strictObject({
  start: required(UnixTime(), { title: "From", examples: ["2026-09-01"] }),
  end: required(UnixTime(), { title: "Until", examples: ["2026-09-30"] }),
});

/** What a line of an invoice says. https://docs.stripe.com/api/invoiceitems/create */
export const line = {
  amount: optional(Integer(), {
    title: "Amount",
    description: `${SMALLEST_UNIT} Below zero it makes the invoice smaller.`,
  }),
  currency: optional(Text(3), { title: "Currency", description: "Of the amount.", examples: ["usd"] }),
  price: optional(Text(255), {
    title: "Price",
    description: "A one-time price in Stripe, instead of an amount.",
    choices: "stripe.price",
  }),
  quantity: optional(Integer(0), { title: "Quantity", description: "Of the price." }),
  description: optional(Text(), { title: "Description", description: "What the invoice shows." }),
  invoice: optional(Text(255), {
    title: "Invoice",
    description: "A draft to put it on; without it, it waits for the next invoice.",
  }),
  subscription: optional(Text(255), {
    title: "Subscription",
    description: "Bill it with this subscription only.",
    group: "more",
  }),
  period: optional(Period, {
    title: "Period",
    description: "The time it is for, as the invoice shows it.",
    group: "more",
  }),
  discountable: optional(Flag(), { title: "Discounts apply", group: "more" }),
  discounts,
  metadata: metadata("line"),
  if_exists: ifExists("Take the line that this step has already made (unless you choose), or add one."),
} as const;

type Line = z.output<z.ZodObject<typeof line>>;

export const hasOneCost = ({ amount, price }: Line) => (amount === undefined) !== (price === undefined);
export const oneCost = { error: "Give an amount or a price, one of the two.", path: ["amount"] };

export const hasCurrency = ({ amount, currency }: Line) =>
  (amount === undefined) === (currency === undefined);
export const needsCurrency = {
  error: "An amount needs its currency; a price has its own.",
  path: ["currency"],
};

export const hasPriceForQuantity = ({ price, quantity }: Line) =>
  quantity === undefined || price !== undefined;
export const needsPrice = { error: "Only a price has a quantity.", path: ["quantity"] };

export const SAMPLE = {
  customer: "cus_TBillhookSample",
  amount: 4900,
  currency: "usd",
  description: "Onboarding workshop",
};

export const InvoiceItemOutput = z.looseObject({
  id: z.string(),
  amount: z.number(),
  currency: z.string(),
  metadata: MetadataOutput,
});
