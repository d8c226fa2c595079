import { z } from "zod";
import { Email, Flag, Integer, optional, required, Text, UnixTime } from "../fields";
import { discounts, MetadataOutput, metadata } from "./common-fields";
import { byCustomer } from "./customer-fields";
import { price, quantity } from "./subscription-items";

const address = () => z.url("Must be an address that begins with https://.");

export const lineItems = z
  .array(z.strictObject({ price: required(Text(255), price), quantity }))
  .min(1)
  .max(20);

export const allowPromotionCodes = optional(Flag(), {
  title: "Customers may enter a promotion code",
  group: "more",
});

export const subscriptionData = optional(
  z.strictObject({
    trial_period_days: optional(Integer(1, 730), { title: "Free trial in days" }),
    description: optional(Text(500), { title: "Description" }),
  }),
  { title: "The subscription", description: "Only when it is paid again and again.", group: "more" },
);

/** What a new checkout page says. https://docs.stripe.com/api/checkout/sessions/create */
export const creation = {
  mode: required(z.enum(["payment", "subscription", "setup"]), {
    title: "What for",
    description: "One payment, a subscription, or only saving a payment method.",
  }),
  line_items: optional(lineItems, { title: "What is bought" }),
  success_url: required(address(), {
    title: "Then go to",
    description: "The page customers see after paying.",
    examples: ["https://example.com/welcome"],
  }),
  customer: byCustomer.meta({ title: "Customer", description: "Who pays, if Stripe knows them." }),
  customer_email: optional(Email(), {
    title: "E-mail address",
    description: "Of somebody new, instead of a customer.",
  }),
  cancel_url: optional(address(), { title: "If they go back", group: "more" }),
  client_reference_id: optional(Text(200), { title: "Your reference", group: "more" }),
  currency: optional(Text(3), {
    title: "Currency",
    description: "Needed to only save a payment method.",
    group: "more",
  }),
  allow_promotion_codes: allowPromotionCodes,
  discounts,
  subscription_data: subscriptionData,
  after_expiration: optional(
    z.strictObject({
      recovery: required(
        z.strictObject({
          enabled: required(Flag(), { title: "Offer a link to go on" }),
          allow_promotion_codes: optional(Flag(), { title: "With promotion codes" }),
        }),
        { title: "Recovery" },
      ),
    }),
    {
      title: "When it expires",
      description: "So that an abandoned checkout can be won back.",
      group: "more",
    },
  ),
  expires_at: optional(UnixTime(), {
    title: "Expires",
    description: "Half an hour to a day from now.",
    group: "more",
  }),
  locale: optional(z.enum(["auto", "da", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv"]), {
    title: "Language",
    group: "more",
  }),
  metadata: metadata("checkout"),
} as const;

type Creation = z.output<z.ZodObject<typeof creation>>;

export const hasItems = ({ mode, line_items, currency }: Creation) =>
  mode === "setup" ? line_items === undefined && currency !== undefined : line_items !== undefined;
export const needsItems = {
  error: "Say what is bought; to only save a payment method, give the currency instead.",
  path: ["line_items"],
};
export const hasOnePayer = ({ customer, customer_email }: Creation) =>
  customer === undefined || customer_email === undefined;
export const onePayer = {
  error: "Give a customer or an e-mail address, one of the two.",
  path: ["customer_email"],
};
export const hasOneReduction = ({ discounts, allow_promotion_codes }: Creation) =>
  discounts === undefined || (discounts.length === 1 && allow_promotion_codes === undefined);
export const oneReduction = {
  error: "Checkout takes one discount, or lets customers enter a code, one of the two.",
  path: ["discounts"],
};
export const hasSubscription = ({ mode, subscription_data }: Creation) =>
  subscription_data === undefined || mode === "subscription";
export const needsSubscription = { error: "Only a subscription has these.", path: ["subscription_data"] };

export const SessionOutput = z.looseObject({
  id: z.string(),
  url: z.string().nullish(),
  status: z.string().nullable(),
  payment_status: z.string(),
  amount_total: z.number().nullable(),
  currency: z.string().nullable(),
  customer: z.string().nullable(),
  expires_at: z.number(),
  metadata: MetadataOutput,
});
