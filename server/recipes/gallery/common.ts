import type { ActionStep, LookupStep, LoopStep, Step } from "~/server/recipes/definition";
import { action, each, filter, lookup, present } from "./steps";
import { CUSTOMER, object } from "./values";

type Fields = Record<string, unknown>;

/** Writes attributes of the customer's profile. */
export function person(attributes: Fields, onMissing: Fields = {}, identifier = CUSTOMER): ActionStep {
  return action("person", "customerio.person.upsert", { identifier, attributes }, onMissing);
}

/** Sends an event that campaigns start from. */
export function track(name: string, data: Fields, onMissing: Fields = {}, identifier = CUSTOMER): ActionStep {
  return action(name, "customerio.event.track", { identifier, name, data }, onMissing);
}

/** The manual segment of that name: made when it is not there, so that no number has to be looked up. */
export function segment(name: string, id = "segment"): ActionStep {
  return action(id, "customerio.segment.manage", { action: "create", name });
}

export function join(segmentStep = "segment", who = CUSTOMER): ActionStep {
  return action("join", "customerio.segment.add", membership(segmentStep, who));
}

export function leave(segmentStep = "segment", who = CUSTOMER): ActionStep {
  return action("leave", "customerio.segment.remove", membership(segmentStep, who));
}

const membership = (step: string, who: string) => ({
  segment: `{{ steps.${step}.output.segment.id }}`,
  ids: [who],
});

interface Offer {
  /** The coupon's id: made once, then taken again. */
  coupon: string;
  name: string;
  percent: number;
  /** Payments that get smaller; one unless given. */
  months?: number;
}

/** A code that this customer alone can use, once; its text is `CODE`. */
export function offer({ coupon, name, percent, months }: Offer, customer = CUSTOMER): Step[] {
  const duration = months ? { duration: "repeating", duration_in_months: months } : { duration: "once" };
  return [
    action("coupon", "stripe.coupon.create", { id: coupon, name, percent_off: percent, ...duration }),
    action("code", "stripe.promotion_code.create", {
      coupon: "{{ steps.coupon.output.id }}",
      customer,
      max_redemptions: 1,
    }),
  ];
}

export const CODE = "{{ steps.code.output.code }}";

/** Who paid, once `ofPayer` has looked. */
export const PAYER = "{{ steps.charge.output.item.customer }}";

/** Things that name a payment and not its customer: does the steps for the customer who paid. */
export function ofPayer(steps: Step[]): LookupStep {
  return lookup(
    "charge",
    "stripe.charge.find",
    { id: object("charge") },
    { found: [filter("known", "The customer is known", present(PAYER)), ...steps] },
  );
}

/** Notes something on every Stripe customer with an address: several can share one. */
export function noteOnCustomers(email: string, metadata: Fields): [ActionStep, LoopStep] {
  const item = action("note", "stripe.customer.update", { id: "{{ loop.item.id }}", metadata });
  return [
    action("customers", "stripe.customer.list", { email, limit: 100 }),
    each("all", "Each customer with this address", "{{ steps.customers.output.data }}", [item]),
  ];
}
