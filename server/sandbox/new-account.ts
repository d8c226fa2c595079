import { randomBytes } from "node:crypto";
import type { ConnectedApp } from "~/server/connectors/define";
import type { CustomerioCredentials, StripeCredentials } from "~/server/services/connection/schemas";
import { seedSegments } from "./customerio/segments";
import { customerioKeys, stripeKey } from "./keys";
import type { Store } from "./store";
import { seedDiscounts } from "./stripe/discounts";
import { seedPlans } from "./stripe/plans";

/** The credentials of a simulated account, from the random part of its keys. */
export function sandboxCredentials(
  app: ConnectedApp,
  secret: string,
): StripeCredentials | CustomerioCredentials {
  if (app === "customerio") return customerioKeys(secret);
  return { apiKey: stripeKey(secret), webhookSecret: `whsec_sandbox${randomBytes(24).toString("hex")}` };
}

/** What a new account has before anybody does anything. */
export async function seedAccount(app: ConnectedApp, store: Store): Promise<void> {
  if (app === "customerio") return seedSegments(store);
  await seedPlans(store);
  await seedDiscounts(store);
}
