import type Stripe from "stripe";
import { price, product } from "~/server/connectors/stripe/fixtures";
import type { Store } from "~/server/sandbox/store";

/** What a sandbox account sells; amounts in cents a month. */
export const PLANS = [
  { id: "starter", name: "Starter", amount: 1900 },
  { id: "pro", name: "Pro", amount: 4900 },
  { id: "scale", name: "Scale", amount: 19_900 },
] as const;

export type PlanId = (typeof PLANS)[number]["id"];

function priceId(plan: PlanId): string {
  return `price_1Sandbox${plan}`;
}

/** Puts the catalogue into a new account. */
export async function seedPlans(store: Store): Promise<void> {
  for (const { id, name, amount } of PLANS) {
    const made = product({ id: `prod_Sandbox${id}`, name, default_price: priceId(id) });
    const monthly = price({
      id: priceId(id),
      product: made.id,
      nickname: name,
      lookup_key: `${id}_monthly`,
      unit_amount: amount,
    });
    await store.put("product", made.id, made);
    await store.put("price", monthly.id, monthly);
  }
}

/** The stored price of a plan; an account from before the catalogue gets it now. */
export async function planPrice(store: Store, plan: PlanId): Promise<Stripe.Price> {
  const stored = await store.get<Stripe.Price>("price", priceId(plan));
  if (stored) return stored;
  await seedPlans(store);
  return planPrice(store, plan);
}
