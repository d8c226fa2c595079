import { z } from "zod";
import { Flag, Integer, ifExists, optional, required, Text } from "../fields";
import { currency, MetadataOutput, metadata } from "./common-fields";
import { active, amount, recurring, taxBehavior } from "./product-fields";

const product = { title: "Product", choices: "stripe.product", placeholder: "prod_NWjs8kKbJWmuuc" } as const;

export const byProduct = optional(Text(255), product);

/** What a new price says. https://docs.stripe.com/api/prices/create */
export const creation = {
  product: required(Text(255), { ...product, description: "What it is the price of." }),
  unit_amount: required(Integer(0), amount),
  currency,
  recurring,
  lookup_key: optional(Text(200), {
    title: "Lookup key",
    description: "A name of your own to find it by; with one, the same price is never made twice.",
    examples: ["pro_monthly"],
  }),
  nickname: optional(Text(), { title: "Nickname", description: "Customers do not see it.", group: "more" }),
  transfer_lookup_key: optional(Flag(), {
    title: "Take the lookup key over",
    description: "From the price that has it now.",
    group: "more",
  }),
  tax_behavior: taxBehavior,
  active,
  metadata: metadata("price"),
  if_exists: ifExists("Take the price with the same lookup key (unless you choose), or make another."),
} as const;

export const PriceOutput = z.looseObject({
  id: z.string(),
  active: z.boolean(),
  currency: z.string(),
  unit_amount: z.number().nullable(),
  product: z.string(),
  type: z.string(),
  lookup_key: z.string().nullish(),
  nickname: z.string().nullish(),
  metadata: MetadataOutput,
});

export const SAMPLE = {
  product: "prod_TBillhookSample",
  unit_amount: 4900,
  currency: "usd",
  recurring: { interval: "month" as const },
};
