import { oauthConfig } from "./oauth/config";

/** How a Stripe account can be connected here, beside pasting a key. */
export function connectionWays(): { stripeOAuth: boolean } {
  return { stripeOAuth: oauthConfig() !== null };
}
