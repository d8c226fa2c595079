import type { Step } from "~/server/recipes/definition";
import { ofPayer, PAYER } from "~/server/recipes/gallery/common";
import { action, filter } from "~/server/recipes/gallery/steps";
import { CUSTOMER, ENTERED, object, RECIPIENT, REPORTED } from "~/server/recipes/gallery/values";
import type { PairEvent } from "./pair-events";

/** How a recipe finds the person whom an event is about. */
export interface Who {
  id: string;
  /** Null when the event has no address: then it is looked up. */
  email: string | null;
  /** What goes around the steps, so that `id` is known in them. */
  around(steps: Step[]): Step[];
}

const asIs = (steps: Step[]) => steps;

/** These name a payment, and only the payment names the customer. */
const OF_A_PAYMENT = /^(charge\.dispute|charge\.refund|refund|radar\.early_fraud_warning)\./;

const ADDRESSES: readonly [prefix: string, field: string][] = [
  ["invoice.", "customer_email"],
  ["checkout.session.", "customer_details.email"],
];

/** Where an event says whom it is about. */
export function whoOf({ type, app }: PairEvent): Who {
  if (app === "customerio") return reader(type);
  if (/^customer\.(created|updated|deleted)$/.test(type))
    return { id: object("id"), email: object("email"), around: asIs };
  if (OF_A_PAYMENT.test(type)) return { id: PAYER, email: null, around: (steps) => [ofPayer(steps)] };
  const field = ADDRESSES.find(([prefix]) => type.startsWith(prefix))?.[1];
  return { id: CUSTOMER, email: field ? object(field) : null, around: asIs };
}

/** In Customer.io the person's id is the Stripe customer's, as every recipe towards Customer.io writes it. */
function reader(type: string): Who {
  const isSegment = type.startsWith("customerio.segment.");
  const id = isSegment ? ENTERED : REPORTED;
  const isStripe = { left: id, op: "starts_with", right: "cus_" } as const;
  return {
    id,
    email: isSegment ? "{{ trigger.data.person.email }}" : RECIPIENT,
    around: (steps) => [filter("stripe_id", "The id is a Stripe customer", isStripe), ...steps],
  };
}

/** Steps that need an address, with a look at the customer first when the event has none. */
export function withEmail({ id, email }: Who, make: (email: string) => Step): Step[] {
  if (email) return [make(email)];
  return [action("customer", "stripe.customer.get", { id }), make("{{ steps.customer.output.email }}")];
}
