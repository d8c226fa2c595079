import { z } from "zod";
import { ifExists, optional, required, Text, UnixTime } from "../fields";
import { collectionMethod, discounts, idOf, MetadataOutput, metadata } from "./common-fields";
import { customerId } from "./customer-fields";
import { price, quantity } from "./subscription-items";

export const quoteId = idOf("Quote", "qt_1MsrIiLkdIwHu7ixgU8Bps6v").meta({
  placeholder: "{{ trigger.data.object.id }}",
});

/** What a new quote says. https://docs.stripe.com/api/quotes/create */
export const creation = {
  customer: customerId,
  line_items: required(
    z
      .array(z.strictObject({ price: required(Text(255), price), quantity }))
      .min(1)
      .max(20),
    { title: "What is offered" },
  ),
  description: optional(Text(500), { title: "Description", description: "Shown on the quote." }),
  expires_at: optional(UnixTime(), { title: "Valid until", examples: ["2026-12-31"] }),
  header: optional(Text(50), { title: "Heading", group: "more" }),
  footer: optional(Text(500), { title: "Footer", group: "more" }),
  collection_method: collectionMethod,
  discounts,
  metadata: metadata("quote"),
  if_exists: ifExists("Take the quote that this step has already made (unless you choose), or add one."),
} as const;

export const QuoteOutput = z.looseObject({
  id: z.string(),
  status: z.string(),
  number: z.string().nullish(),
  customer: z.string().nullable(),
  amount_total: z.number(),
  currency: z.string().nullable(),
  expires_at: z.number(),
  metadata: MetadataOutput,
});

export const QUOTE = {
  id: "qt_1TBillhook",
  status: "draft",
  customer: "cus_TBillhookSample",
  amount_total: 4900,
  currency: "usd",
  expires_at: 1_792_592_000,
};
