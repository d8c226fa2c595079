import type Stripe from "stripe";
import { z } from "zod";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { invalidParameter, resourceMissing } from "./errors";
import { expand, integer, mergeMetadata, metadata, parseParams } from "./params";
import { refundCharge } from "./reversals";
import type { StripeSession } from "./session";
import { endSubscription } from "./subscriptions";
import { readParams } from "./typed-params";

const RefundParams = z
  .strictObject({
    charge: z.string(),
    payment_intent: z.string(),
    amount: integer,
    reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]),
    metadata,
  })
  .partial()
  .extend({ expand });

async function chargeToRefund(
  store: Store,
  params: { charge?: string | undefined; payment_intent?: string | undefined },
): Promise<Stripe.Charge> {
  if (params.charge) {
    const charge = await store.get<Stripe.Charge>("charge", params.charge);
    if (!charge) throw resourceMissing("charge", params.charge, "charge");
    return charge;
  }
  if (!params.payment_intent) {
    throw invalidParameter(
      "One of the following params should be provided for this request: payment_intent or charge.",
      "charge",
      "parameter_missing",
    );
  }
  const intent = await store.get<Stripe.PaymentIntent>("payment_intent", params.payment_intent);
  const charge = intent?.latest_charge
    ? await store.get<Stripe.Charge>("charge", String(intent.latest_charge))
    : null;
  if (!charge) throw resourceMissing("payment_intent", params.payment_intent, "payment_intent");
  return charge;
}

/** `POST /v1/refunds` */
export async function createRefund(session: StripeSession, call: StripeCall): Promise<Stripe.Refund> {
  const params = parseParams(RefundParams, call.params);
  const charge = await chargeToRefund(session.store, params);
  return refundCharge(session, charge, {
    ...(params.amount === undefined ? {} : { amount: params.amount }),
    ...(params.reason ? { reason: params.reason } : {}),
    metadata: mergeMetadata({}, params.metadata),
  });
}

async function liveSubscription(store: Store, id: string): Promise<Stripe.Subscription> {
  const found = await store.get<Stripe.Subscription>("subscription", id);
  if (!found || found.ended_at !== null) throw resourceMissing("subscription", id);
  return found;
}

/** `DELETE /v1/subscriptions/{id}` */
export async function cancelSubscription(
  session: StripeSession,
  call: StripeCall,
): Promise<Stripe.Subscription> {
  readParams(call, "cancellation_details invoice_now prorate");
  return endSubscription(session, await liveSubscription(session.store, call.id));
}
