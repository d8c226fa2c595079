import type Stripe from "stripe";
import { REPORTING_TYPES, sampleReport } from "~/server/connectors/customerio/reporting-types";
import { bareObject } from "~/server/connectors/stripe/field-types";
import {
  customer,
  price,
  product,
  type StripeEventEnvelope,
  stripeEvent,
} from "~/server/connectors/stripe/fixtures";
import { subscription } from "~/server/connectors/stripe/fixtures-billing";
import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { invoice } from "~/server/connectors/stripe/fixtures-invoice";
import { charge, paymentIntent } from "~/server/connectors/stripe/fixtures-payments";
import { dispute, refund } from "~/server/connectors/stripe/fixtures-reversals";

type Make = () => object;

/** The object behind a type, by its longest known beginning. */
const OBJECTS: readonly [prefix: string, make: Make][] = [
  ["customer.subscription.", subscription],
  ["charge.dispute.", dispute],
  ["charge.refund.", refund],
  ["checkout.session.", checkoutSession],
  ["payment_intent.", paymentIntent],
  ["customer.created", customer],
  ["customer.updated", customer],
  ["customer.deleted", customer],
  ["invoice.", invoice],
  ["charge.", charge],
  ["refund.", refund],
  ["product.", product],
  ["price.", price],
];

/** What differs from the ordinary object when this happens. */
const VARIANTS: Readonly<Record<string, Make>> = {
  "customer.subscription.deleted": () => subscription({ status: "canceled" }),
  "customer.subscription.trial_will_end": () => subscription({ status: "trialing" }),
  "invoice.payment_failed": () => invoice({ status: "open", attempt_count: 1 }),
  "charge.refunded": () => charge({ refunded: true, amount_refunded: charge().amount }),
};

/** A trigger's own sample event, for triggers that are neither Stripe's events nor Customer.io's reports. */
export interface OwnSample {
  id: string;
  event: object;
}

/** The sample of an event type: one of `own`, a report of Customer.io's, or a Stripe event. */
export function sampleOf(type: string, own: readonly OwnSample[]): object {
  const id = type.startsWith("customerio.segment.") ? "customerio.segment.poll" : type;
  const found = own.find((sample) => sample.id === id);
  if (found) return { ...found.event, type };
  return REPORTING_TYPES.some((report) => report.type === type) ? sampleReport(type) : sampleEvent(type);
}

/** A whole Stripe event in today's shape; a type without an example of its own gets a bare object. */
export function sampleEvent(type: string): StripeEventEnvelope {
  const make = VARIANTS[type] ?? OBJECTS.find(([prefix]) => type.startsWith(prefix))?.[1];
  // Types that Stripe adds later are events too.
  return stripeEvent(
    type as Stripe.Event["type"],
    make?.() ?? bareObject(type) ?? { id: "obj_sample", object: type.split(".").slice(0, -1).join(".") },
  );
}
