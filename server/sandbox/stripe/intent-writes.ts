import type Stripe from "stripe";
import {
  charge as newCharge,
  paymentIntent as newIntent,
} from "~/server/connectors/stripe/fixtures-payments";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { StripeCall } from "./call";
import { keep, required } from "./catalog-writes";
import { StripeRefusal } from "./errors";
import type { StripeSession } from "./session";
import { metadataOf, numberOf, readParams, textOf } from "./typed-params";

type Intent = Stripe.PaymentIntent;

function refuse(intent: Intent, wanted: string): StripeRefusal {
  const message = `You cannot ${wanted} this PaymentIntent because it has a status of ${intent.status}.`;
  return new StripeRefusal(400, "invalid_request_error", message, {
    code: "payment_intent_unexpected_state",
  });
}

const load = (session: StripeSession, id: string) =>
  required<Intent>(session.store, "payment_intent", id, "intent");

/** Charges it: succeeded, waiting to be captured, or declined for a method named …chargeDeclined. */
async function collect(session: StripeSession, intent: Intent): Promise<Intent> {
  const method = textOf(intent.payment_method);
  if (!method) throw refuse(intent, "confirm");
  const isDeclined = /declined/i.test(method);
  const isHeld = intent.capture_method === "manual";
  const charge: Stripe.Charge = {
    ...newCharge({ id: newId("ch_3", 23), amount: intent.amount }),
    created: unixNow(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    payment_intent: intent.id,
    payment_method: method,
    captured: !(isHeld || isDeclined),
    amount_captured: isHeld || isDeclined ? 0 : intent.amount,
    paid: !isDeclined,
    status: isDeclined ? "failed" : "succeeded",
    ...(isDeclined ? { failure_code: "card_declined", failure_message: "Your card was declined." } : {}),
  };
  await keep(session, "charge", charge, isDeclined ? "charge.failed" : "charge.succeeded");
  const latest = { ...intent, latest_charge: charge.id };
  if (isDeclined) {
    const failed: Intent = { ...latest, status: "requires_payment_method", payment_method: null };
    return keep(session, "payment_intent", failed, "payment_intent.payment_failed");
  }
  if (isHeld) {
    const held: Intent = { ...latest, status: "requires_capture", amount_capturable: intent.amount };
    return keep(session, "payment_intent", held, "payment_intent.amount_capturable_updated");
  }
  const paid: Intent = { ...latest, status: "succeeded", amount_received: intent.amount };
  return keep(session, "payment_intent", paid, "payment_intent.succeeded");
}

/** `POST /v1/payment_intents` */
export async function createIntent(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "customer description payment_method confirm off_session return_url capture_method setup_future_usage automatic_payment_methods receipt_email statement_descriptor_suffix";
  const params = readParams(call, known, "amount currency");
  if (params.customer) await required(session.store, "customer", params.customer, "customer");
  const method = textOf(params.payment_method) || null;
  const made: Intent = {
    ...newIntent({ id: newId("pi_3", 23), amount: numberOf(params.amount) ?? 0 }),
    amount_received: 0,
    created: unixNow(),
    currency: textOf(params.currency),
    customer: textOf(params.customer) || null,
    description: textOf(params.description) || null,
    receipt_email: textOf(params.receipt_email) || null,
    capture_method: params.capture_method === "manual" ? "manual" : "automatic_async",
    payment_method: method,
    latest_charge: null,
    metadata: metadataOf(params),
    status: method ? "requires_confirmation" : "requires_payment_method",
  };
  await keep(session, "payment_intent", made, "payment_intent.created");
  return params.confirm === true ? collect(session, made) : made;
}

/** `POST /v1/payment_intents/{id}/confirm` */
export async function confirmIntent(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "payment_method off_session return_url receipt_email");
  const intent = await load(session, call.id);
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(intent.status))
    throw refuse(intent, "confirm");
  const payment_method = textOf(params.payment_method) || intent.payment_method;
  return collect(session, { ...intent, payment_method });
}

/** `POST /v1/payment_intents/{id}/capture` */
export async function captureIntent(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "amount_to_capture");
  const intent = await load(session, call.id);
  if (intent.status !== "requires_capture") throw refuse(intent, "capture");
  const amount = numberOf(params.amount_to_capture) ?? intent.amount;
  const charge = await session.store.get<Stripe.Charge>("charge", textOf(intent.latest_charge));
  if (charge)
    await keep(session, "charge", { ...charge, captured: true, amount_captured: amount }, "charge.captured");
  const metadata = { ...intent.metadata, ...metadataOf(params) };
  const paid: Intent = {
    ...intent,
    status: "succeeded",
    amount_received: amount,
    amount_capturable: 0,
    metadata,
  };
  return keep(session, "payment_intent", paid, "payment_intent.succeeded");
}

/** `POST /v1/payment_intents/{id}/cancel` */
export async function cancelIntent(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "cancellation_reason");
  const intent = await load(session, call.id);
  if (intent.status === "succeeded" || intent.status === "canceled") throw refuse(intent, "cancel");
  const reason = (textOf(params.cancellation_reason) || null) as Intent["cancellation_reason"];
  const canceled: Intent = {
    ...intent,
    status: "canceled",
    canceled_at: unixNow(),
    cancellation_reason: reason,
  };
  return keep(session, "payment_intent", canceled, "payment_intent.canceled");
}
