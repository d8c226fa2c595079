import type Stripe from "stripe";
import { dispute as newDispute, refund as newRefund } from "~/server/connectors/stripe/fixtures-reversals";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import { StripeRefusal } from "./errors";
import type { StripeSession } from "./session";

/** The customer's newest charge that went through and that `wanted` accepts. */
export async function paidCharge(
  store: Store,
  customer: string,
  wanted: (charge: Stripe.Charge) => boolean,
): Promise<Stripe.Charge | null> {
  const charges = await store.list<Stripe.Charge>("charge", { where: { customer, status: "succeeded" } });
  return charges.find(wanted) ?? null;
}

function references(charge: Stripe.Charge) {
  return {
    charge: charge.id,
    payment_intent: charge.payment_intent,
    currency: charge.currency,
    created: unixNow(),
  };
}

/** Gives back `amount` minor units (default: all that is left): `refund.created`, then `charge.refunded`. */
export async function refundCharge(
  session: StripeSession,
  charge: Stripe.Charge,
  given: { amount?: number; reason?: Stripe.Refund.Reason; metadata?: Stripe.Metadata } = {},
): Promise<Stripe.Refund> {
  const left = charge.amount - charge.amount_refunded;
  const amount = given.amount ?? left;
  if (left === 0) {
    throw new StripeRefusal(400, "invalid_request_error", `Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  if (amount > left || amount < 1) {
    const message = `Refund amount (${amount}) must be between 1 and the unrefunded amount on the charge (${left})`;
    throw new StripeRefusal(400, "invalid_request_error", message, {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  const refund = newRefund({
    id: newId("re_3", 23),
    ...references(charge),
    amount,
    customer: charge.customer,
    reason: given.reason ?? null,
    metadata: given.metadata ?? {},
  });
  await session.store.put("refund", refund.id, refund);
  await session.emit("refund.created", refund);
  const amountRefunded = charge.amount_refunded + amount;
  const after: Stripe.Charge = {
    ...charge,
    amount_refunded: amountRefunded,
    refunded: amountRefunded === charge.amount,
  };
  await session.change("charge.refunded", "charge", charge, after);
  return refund;
}

/** The cardholder disputes a charge: `charge.dispute.created`, then `charge.dispute.funds_withdrawn`. */
export async function disputeCharge(session: StripeSession, charge: Stripe.Charge): Promise<Stripe.Dispute> {
  const dispute = newDispute({ id: newId("du_1", 23), ...references(charge), amount: charge.amount });
  await session.store.put("dispute", dispute.id, dispute);
  await session.store.put("charge", charge.id, { ...charge, disputed: true });
  await session.emit("charge.dispute.created", dispute);
  await session.emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}
