import type { Step } from "~/server/recipes/definition";
import { offer } from "~/server/recipes/gallery/common";
import { action, lookup, once } from "~/server/recipes/gallery/steps";
import type { PairEvent } from "./pair-events";
import type { Who } from "./who";

type Make = (event: PairEvent, who: Who) => Step[];

const nameOf = ({ type }: PairEvent) => type.replace("customerio.", "").replaceAll(".", "_");

/** The customer's subscription of that state, and a step with its id. */
function withSubscription(who: Who, status: string, make: (id: string) => Step): Step[] {
  const found = [make("{{ steps.subscription.output.item.id }}")];
  const input = { customer: who.id, status };
  return [lookup("subscription", "stripe.subscription.list", input, { many: "first", found })];
}

/** What can be done in Stripe when something happens in Customer.io, and the steps that do it. */
export const TO_STRIPE: Readonly<Record<string, Make>> = {
  "stripe.promotion_code.create": (_event, { id }) => [
    once(id, "P90D"),
    ...offer({ coupon: "PERSONAL15", name: "Just for you", percent: 15 }, id),
  ],
  "stripe.customer.update": (event, { id }) => [
    action("customer", "stripe.customer.update", { id, metadata: { customerio: nameOf(event) } }),
  ],
  "stripe.customer.upsert": (event, { email }) => [
    action("customer", "stripe.customer.upsert", {
      email: email ?? "",
      metadata: { customerio: nameOf(event) },
    }),
  ],
  "stripe.subscription.extend_trial": (_event, who) =>
    withSubscription(who, "trialing", (id) =>
      action("extend", "stripe.subscription.extend_trial", { id, days: 7 }),
    ),
  "stripe.subscription.update": (event, who) =>
    withSubscription(who, "active", (id) =>
      action("update", "stripe.subscription.update", { id, metadata: { customerio: nameOf(event) } }),
    ),
  "stripe.customer.balance": (event, { id }) => [
    once(id, "P90D"),
    action("credit", "stripe.customer.balance", {
      id,
      amount: -500,
      currency: "usd",
      description: event.title,
    }),
  ],
  "stripe.coupon.create": (event) => [
    action("coupon", "stripe.coupon.create", {
      id: nameOf(event).toUpperCase(),
      name: "Just for you",
      percent_off: 15,
      duration: "once",
    }),
  ],
  "stripe.meter_event.create": (event, { id }) => [
    action("usage", "stripe.meter_event.create", {
      event_name: nameOf(event),
      payload: { stripe_customer_id: id, value: "1" },
    }),
  ],
};
