import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Pointer } from "~/server/recipes/pointer";
import { sourceOf, valuesOf } from "./data-type";
import type { LintPlace } from "./place";

/** Events that Stripe sends in one state only. https://docs.stripe.com/api/events/types */
const STATES: Readonly<Record<string, readonly string[]>> = {
  "customer.subscription.deleted": ["canceled", "incomplete_expired"],
  "customer.subscription.paused": ["paused"],
  "invoice.paid": ["paid"],
  "invoice.voided": ["void"],
  "invoice.marked_uncollectible": ["uncollectible"],
  "payment_intent.succeeded": ["succeeded"],
  "payment_intent.canceled": ["canceled"],
  "charge.succeeded": ["succeeded"],
  "charge.failed": ["failed"],
  "checkout.session.completed": ["complete"],
  "checkout.session.expired": ["expired"],
  "quote.accepted": ["accepted"],
  "quote.canceled": ["canceled"],
  "setup_intent.succeeded": ["succeeded"],
  "setup_intent.canceled": ["canceled"],
};

/** The words that some data can be in this recipe's events; empty when they are not known. */
export function wordsOf(use: Pointer, place: LintPlace): readonly string[] {
  const types = place.trigger?.types ?? [];
  const isState = writtenPath(sourceOf(use, place) ?? []) === "trigger.data.object.status";
  if (isState && types.length > 0 && types.every((type) => STATES[type]))
    return types.flatMap((type) => STATES[type] ?? []);
  return valuesOf(use, place);
}
