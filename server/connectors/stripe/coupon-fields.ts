import type Stripe from "stripe";
import { z } from "zod";
import { Flag, Integer, ifExists, optional, required, Text, UnixTime } from "../fields";
import { isStripeError, plain } from "./answers";
import { MetadataOutput, metadata, SMALLEST_UNIT } from "./common-fields";

const asNumber = (value: unknown) =>
  typeof value === "string" && value.trim() !== "" ? Number(value) : value;
const Percent = () =>
  z.preprocess(asNumber, z.number("Must be a number.").gt(0).max(100)) as unknown as z.ZodNumber;

const atMost = optional(Integer(1), {
  title: "At most",
  description: "How often it can be used by all customers together.",
  group: "more",
});

/** What a new coupon says. https://docs.stripe.com/api/coupons/create */
export const couponCreation = {
  percent_off: optional(Percent(), { title: "Percent off", examples: [25] }),
  amount_off: optional(Integer(1), {
    title: "Amount off",
    description: `${SMALLEST_UNIT} Instead of percent.`,
  }),
  currency: optional(Text(3), { title: "Currency", description: "Of the amount off.", examples: ["usd"] }),
  duration: required(z.enum(["once", "repeating", "forever"]), {
    title: "How long",
    description: "One payment, some months, or every payment.",
  }),
  duration_in_months: optional(Integer(1), { title: "Months", description: "Only when it repeats." }),
  name: optional(Text(40), { title: "Name", description: "Customers see it on invoices." }),
  id: optional(Text(200), {
    title: "Your own id",
    description: "With one of your own, the same coupon is never made twice.",
    examples: ["WELCOME25"],
  }),
  max_redemptions: atMost,
  redeem_by: optional(UnixTime(), { title: "Until", examples: ["2026-12-31"], group: "more" }),
  applies_to: optional(
    z.strictObject({
      products: required(z.array(Text(255)).min(1).max(100), {
        title: "Products",
        choices: "stripe.product",
      }),
    }),
    { title: "Only for", group: "more" },
  ),
  metadata: metadata("coupon"),
  if_exists: ifExists(
    "Take the one this step has made, or the one with your id (unless you choose), or add one.",
  ),
} as const;

type Coupon = z.output<z.ZodObject<typeof couponCreation>>;

export const hasOneReduction = ({ percent_off, amount_off }: Coupon) =>
  (percent_off === undefined) !== (amount_off === undefined);
export const oneReduction = {
  error: "Give percent off or an amount off, one of the two.",
  path: ["percent_off"],
};
export const hasCurrency = ({ amount_off, currency }: Coupon) =>
  (amount_off === undefined) === (currency === undefined);
export const needsCurrency = {
  error: "An amount off needs its currency; percent has none.",
  path: ["currency"],
};
export const hasMonths = ({ duration, duration_in_months }: Coupon) =>
  (duration === "repeating") === (duration_in_months !== undefined);
export const needsMonths = {
  error: "Give the months if, and only if, it repeats.",
  path: ["duration_in_months"],
};

export const CouponOutput = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  duration: z.string(),
  percent_off: z.number().nullish(),
  amount_off: z.number().nullish(),
  currency: z.string().nullish(),
  valid: z.boolean(),
  metadata: MetadataOutput,
});

export const COUPON = {
  id: "WELCOME25",
  name: "Welcome",
  duration: "once",
  percent_off: 25,
  valid: true,
  metadata: {},
};

const Restrictions = z
  .strictObject({
    first_time_transaction: optional(Flag(), { title: "First purchase only" }),
    minimum_amount: optional(Integer(1), { title: "From an amount of", description: SMALLEST_UNIT }),
    minimum_amount_currency: optional(Text(3), { title: "Currency", examples: ["usd"] }),
  })
  .refine((one) => (one.minimum_amount === undefined) === (one.minimum_amount_currency === undefined), {
    error: "The amount and its currency go together.",
    path: ["minimum_amount_currency"],
  });

/** What a new promotion code says. https://docs.stripe.com/api/promotion_codes/create */
export const codeCreation = {
  coupon: required(Text(255), {
    title: "Coupon",
    description: "What the code gives.",
    choices: "stripe.coupon",
  }),
  code: optional(Text(500), {
    title: "Code",
    description: "What customers type in; Stripe makes one up without it.",
    examples: ["ADA-25"],
  }),
  customer: optional(Text(255), { title: "Customer", description: "The only one who can use it." }),
  expires_at: optional(UnixTime(), { title: "Until", examples: ["2026-12-31"] }),
  max_redemptions: atMost,
  active: optional(Flag(), { title: "Usable", description: "Yes unless you say otherwise.", group: "more" }),
  restrictions: optional(Restrictions, { title: "Only if", group: "more" }),
  metadata: metadata("promotion code"),
  if_exists: ifExists("Take the same code, or the one this step has made (unless you choose), or add one."),
} as const;

export const CodeOutput = z.looseObject({
  id: z.string(),
  code: z.string(),
  active: z.boolean(),
  customer: z.string().nullable(),
  expires_at: z.number().nullable(),
  metadata: MetadataOutput,
});

/** A dry run answers that nothing was found, which is no coupon. */
export const ifCoupon = (answer: Stripe.Coupon) => (answer.object === "coupon" ? plain(answer) : null);

export function nullIfMissing(error: unknown): null {
  if (isStripeError(error, { status: 404 })) return null;
  throw error;
}

export const isOf =
  (id: string) =>
  ({ promotion: { coupon } }: Stripe.PromotionCode) =>
    (typeof coupon === "string" ? coupon : coupon?.id) === id;
