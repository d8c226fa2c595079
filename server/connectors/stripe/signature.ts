import Stripe from "stripe";

/** Stripe's own recommendation. */
const TOLERANCE_SECONDS = 300;

/** Whether any `v1` value of a `Stripe-Signature` header was made with this secret in the last 300 s. https://docs.stripe.com/webhooks#verify-manually */
export function isSignedByStripe(body: string, header: string | undefined, secret: string): boolean {
  const verifier = Stripe.webhooks.signature;
  if (!verifier) throw new Error("This build of the Stripe SDK cannot verify signatures.");
  try {
    return verifier.verifyHeader(body, header ?? "", secret, TOLERANCE_SECONDS);
  } catch {
    return false;
  }
}
