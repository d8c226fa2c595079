import { z } from "zod";
import { Flag, Integer, optional, required, Text } from "../fields";
import { MetadataOutput, metadata, SMALLEST_UNIT } from "./common-fields";

const Recurring = z.strictObject({
  interval: required(z.enum(["day", "week", "month", "year"]), { title: "Every" }),
  interval_count: optional(Integer(1, 1095), {
    title: "How many of them",
    description: "3 with a month is every quarter; 1 unless you say otherwise.",
  }),
});

export const amount = { title: "Amount", description: SMALLEST_UNIT, examples: [4900] };

export const recurring = optional(Recurring, {
  title: "Billed again",
  description: "Leave it out for something paid once.",
});

export const taxBehavior = optional(z.enum(["inclusive", "exclusive", "unspecified"]), {
  title: "Tax",
  description: "Whether the amount contains it.",
  group: "more",
});

export const active = optional(Flag(), {
  title: "For sale",
  description: "Yes unless you say otherwise.",
  group: "more",
});

/** What a new product says. https://docs.stripe.com/api/products/create */
export const creation = {
  name: required(Text(250), { title: "Name", description: "Customers see it.", examples: ["Pro plan"] }),
  id: optional(Text(255), {
    title: "Your own id",
    description: "With one of your own, the same product is never made twice.",
    examples: ["pro-plan"],
  }),
  description: optional(Text(40_000), { title: "Description", control: "longtext" }),
  default_price_data: optional(
    z.strictObject({
      currency: required(Text(3), { title: "Currency", examples: ["usd"] }),
      unit_amount: required(Integer(0), amount),
      recurring,
      tax_behavior: taxBehavior,
    }),
    { title: "First price" },
  ),
  active,
  images: optional(z.array(z.url("Must be an address.")).max(8), {
    title: "Pictures",
    description: "Their addresses.",
    group: "more",
  }),
  url: optional(z.url("Must be an address."), { title: "Web page", group: "more" }),
  statement_descriptor: optional(Text(22), {
    title: "On the card statement",
    description: "What customers read on their card statement.",
    group: "more",
  }),
  unit_label: optional(Text(12), { title: "Unit", examples: ["seat"], group: "more" }),
  tax_code: optional(Text(), { title: "Tax code", examples: ["txcd_10103001"], group: "more" }),
  metadata: metadata("product"),
} as const;

export const ProductOutput = z.looseObject({
  id: z.string(),
  name: z.string(),
  active: z.boolean(),
  description: z.string().nullish(),
  default_price: z.string().nullish(),
  metadata: MetadataOutput,
});
