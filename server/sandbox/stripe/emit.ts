import Stripe from "stripe";

/** Where an account's webhooks go, and what signs them. */
export interface WebhookTarget {
  url: string;
  secret: string;
}

const TIMEOUT_MS = 10_000;

/**
 * Posts one event, signed as Stripe signs, over HTTP. Returns null when it was acknowledged, else what happened.
 * https://docs.stripe.com/webhooks#verify-manually
 */
export async function postEvent(
  event: object,
  target: WebhookTarget,
): Promise<{ final: boolean; detail: string } | null> {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: target.secret });
  try {
    const response = await fetch(target.url, {
      method: "POST",
      body: payload,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "stripe-signature": signature,
        "user-agent": "Stripe/1.0 (Billhook sandbox)",
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return null;
    return {
      final: false,
      detail: `The webhook answered ${response.status}: ${(await response.text()).slice(0, 200)}`,
    };
  } catch (error) {
    return { final: false, detail: `The webhook could not be reached: ${reason(error)}` };
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
