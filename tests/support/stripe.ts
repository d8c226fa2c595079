import Stripe from "stripe";

const stripe = new Stripe("sk_test_only_for_signing");

export interface SignedDelivery {
  body: string;
  signature: string;
}

/** Signs an event exactly as Stripe does. `at` is the signature's time; a stale one is refused after 300 s. */
export function signEvent(event: object, secret: string, at = new Date()): SignedDelivery {
  const body = JSON.stringify(event);
  const timestamp = Math.floor(at.getTime() / 1000);
  return { body, signature: stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }) };
}

/** Posts a signed event to a webhook URL, as Stripe would. */
export function postEvent(url: string, event: object, secret: string): Promise<Response> {
  const { body, signature } = signEvent(event, secret);
  return postRaw(url, body, signature);
}

export function postRaw(url: string, body: string, signature?: string): Promise<Response> {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8" });
  if (signature) headers.set("stripe-signature", signature);
  return fetch(url, { method: "POST", headers, body });
}
