import { money, object, PLAN } from "~/server/recipes/gallery/values";

type Facts = Record<string, string>;

const AMOUNTS: readonly [prefix: string, field: string][] = [
  ["invoice.paid", "amount_paid"],
  ["invoice.", "amount_due"],
  ["checkout.session.", "amount_total"],
  ["charge.refunded", "amount_refunded"],
  ["charge.", "amount"],
  ["refund.", "amount"],
  ["payment_intent.", "amount"],
  ["customer.subscription.", "items.data[0].price.unit_amount"],
];

/** What is worth telling about a Stripe event: amounts as numbers in minor units, or as people write them. */
export function factsOf(type: string, how: "number" | "words"): Facts {
  const field = AMOUNTS.find(([prefix]) => type.startsWith(prefix))?.[1];
  const amount: Facts = !field
    ? {}
    : how === "words"
      ? { amount: money(field) }
      : { amount: object(field), currency: object("currency") };
  if (type.startsWith("customer.subscription.")) return { plan: PLAN, status: object("status"), ...amount };
  if (/^customer\.(created|updated)$/.test(type)) return { name: object("name") };
  return field ? amount : { stripe_id: object("id") };
}
