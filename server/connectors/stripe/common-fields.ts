import { z } from "zod";
import { Flag, Integer, optional, required, Text, UnixTime } from "../fields";

const asText = (value: unknown) =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : value === null ? "" : value;

/** Stripe: up to 50 keys of 40 characters, values of 500; an empty value removes the key. */
const Metadata = z
  .record(z.string().max(40), z.preprocess(asText, z.string().max(500)))
  .refine((metadata) => Object.keys(metadata).length <= 50, {
    error: "Stripe keeps at most 50 metadata keys.",
  });

/** `of`: what the notes are on, as a person says it. */
export const metadata = (of: string) =>
  optional(Metadata, {
    title: "Metadata",
    description: `Your own notes on the ${of}; an empty value removes one.`,
    examples: [{ segment: "vip" }],
    group: "more",
  });

export const SMALLEST_UNIT = "In the currency's smallest unit: 4900 is $49.00.";

export const currency = required(Text(3), {
  title: "Currency",
  description: "Three letters, in lower case.",
  examples: ["usd"],
});

/** The id of one thing in Stripe; `noun` begins with a capital. */
export const idOf = (noun: string, example: string) =>
  required(Text(255), {
    title: noun,
    description: `The ${noun.toLowerCase()}'s id in Stripe.`,
    examples: [example],
  });

export const paymentMethod = (description: string) =>
  optional(Text(255), {
    title: "Payment method",
    description,
    placeholder: "pm_1MqLiJLkdIwHu7ixUEgbFdYF",
    group: "more",
  });

export const collectionMethod = optional(z.enum(["charge_automatically", "send_invoice"]), {
  title: "How it is paid",
  description: "Charge the saved payment method, or e-mail an invoice to pay.",
  group: "more",
});

export const daysUntilDue = optional(Integer(0, 3650), {
  title: "Days until due",
  description: "How long the customer has to pay an e-mailed invoice.",
  group: "more",
});

export const discounts = optional(
  z
    .array(
      z
        .strictObject({
          coupon: optional(Text(255), { title: "Coupon", choices: "stripe.coupon" }),
          promotion_code: optional(Text(255), {
            title: "Promotion code",
            description: "Its id in Stripe (promo_…), not the text that customers type in.",
            choices: "stripe.promotion_code",
          }),
        })
        .refine(({ coupon, promotion_code }) => (coupon === undefined) !== (promotion_code === undefined), {
          error: "Give a coupon or a promotion code, one of the two.",
          path: ["coupon"],
        }),
    )
    .max(20),
  { title: "Discounts", group: "more" },
);

/** Between two moments, both included. */
export const timeRange = (title: string) =>
  optional(
    z.strictObject({
      gte: optional(UnixTime(), { title: "From", examples: ["2026-09-01"] }),
      lte: optional(UnixTime(), { title: "Until", examples: ["2026-09-30"] }),
    }),
    { title, group: "more" },
  );

export const limit = optional(Integer(1, 100), {
  title: "How many",
  description: "At most 100; 10 unless you say otherwise.",
});

/** Of a list: the newest first, page by page. */
export const paging = {
  limit,
  starting_after: optional(Text(255), {
    title: "Continue after",
    description: "The id of the last one you have; the answer goes on from there.",
    group: "more",
  }),
} as const;

export const QUERY_HELP =
  "In Stripe's search language. What changed in the last minute may not be found yet. https://docs.stripe.com/search";

export const query = (example: string) =>
  required(Text(), { title: "Search for", description: QUERY_HELP, examples: [example] });

export const page = optional(Text(), {
  title: "Page",
  description: "The next_page of the answer before; without it, the first page.",
  group: "more",
});

export const expand = optional(z.array(Text(200)).max(20), {
  title: "Also fetch",
  description: "Linked things to bring along in full instead of their id only.",
  examples: [["customer"]],
  group: "more",
});

export const offSession = optional(Flag(), {
  title: "The customer is not there",
  description: "Say so when nobody can confirm the payment in a browser.",
  group: "more",
});

/** An answer with several things in it. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({ data: z.array(item), has_more: z.boolean(), next_page: z.string().nullish() });

export const MetadataOutput = z.record(z.string(), z.string()).nullish();
