import type { Intent } from "../intent";

const of = (path: string) => `{{ ${path} }}`;
const OBJECT = "trigger.data.object";

/** Where a draft finds what its steps are about, and what has to be read first. */
export interface Subject {
  /** The trigger that starts it, and its first event type. */
  trigger: string;
  event: string;
  /** The Stripe customer's id; null when it has to be looked for. */
  customer: string | null;
  /** Where the customer's id comes from when a read has to find it. */
  via: "charge" | "email" | null;
  /** Whose person it is in Customer.io. */
  person: string;
  /** The address to write to; null when only the customer has it. */
  email: string | null;
}

/** Types whose object names a payment and not the customer who made it. */
const BY_CHARGE = /^(charge\.dispute\.|refund\.|radar\.|review\.)/;

export function subjectOf({ start, events }: Intent): Subject {
  const trigger = start?.trigger ?? "manual";
  const [event = ""] = events;
  if (trigger === "stripe.event") return ofStripe(trigger, event);
  if (trigger === "customerio.reporting") {
    const email =
      "{{ trigger.data.identifiers.email | default: trigger.data.recipient | default: trigger.data.email_address }}";
    return {
      trigger,
      event,
      customer: null,
      via: "email",
      person: "{{ trigger.data.identifiers.id | default: trigger.data.customer_id }}",
      email,
    };
  }
  if (trigger === "customerio.segment.poll")
    return {
      trigger,
      event,
      customer: null,
      via: "email",
      person: of("trigger.data.person.id"),
      email: of("trigger.data.person.email"),
    };
  if (trigger === "webhook")
    return {
      trigger,
      event,
      customer: of("trigger.data.body.customer_id"),
      via: null,
      person: of("trigger.data.body.email"),
      email: of("trigger.data.body.email"),
    };
  if (trigger === "manual")
    return {
      trigger,
      event,
      customer: null,
      via: "email",
      person: of("trigger.data.email"),
      email: of("trigger.data.email"),
    };
  return {
    trigger,
    event,
    customer: null,
    via: null,
    person: of("trigger.data.email"),
    email: of("trigger.data.email"),
  };
}

function ofStripe(trigger: string, event: string): Subject {
  const base = { trigger, event, via: null };
  if (/^customer\.(created|updated|deleted)$/.test(event))
    return {
      ...base,
      customer: of(`${OBJECT}.id`),
      person: of(`${OBJECT}.id`),
      email: of(`${OBJECT}.email`),
    };
  if (BY_CHARGE.test(event)) {
    const customer = "{{ steps.charge.output.data[0].customer }}";
    return { ...base, via: "charge", customer, person: customer, email: null };
  }
  if (event === "payment_method.detached") {
    const customer = of("trigger.data.previous_attributes.customer");
    return { ...base, customer, person: customer, email: null };
  }
  if (event.startsWith("identity.")) {
    const person = `{{ ${OBJECT}.client_reference_id | default: ${OBJECT}.metadata.customer }}`;
    return { ...base, customer: person, person, email: of(`${OBJECT}.provided_details.email`) };
  }
  const customer = of(`${OBJECT}.customer`);
  if (event.startsWith("invoice."))
    return { ...base, customer, person: customer, email: of(`${OBJECT}.customer_email`) };
  if (event.startsWith("checkout.")) {
    const email = of(`${OBJECT}.customer_details.email`);
    const person = `{{ ${OBJECT}.customer | default: ${OBJECT}.customer_details.email }}`;
    return { ...base, customer, person, email };
  }
  if (event.startsWith("charge."))
    return {
      ...base,
      customer,
      person: customer,
      email: `{{ ${OBJECT}.billing_details.email | default: ${OBJECT}.receipt_email }}`,
    };
  return { ...base, customer, person: customer, email: null };
}

/** Ids of other things that an event names, by the thing. */
export function idOfThing(thing: string, event: string): string | null {
  const own = /^(invoice|charge|payment_intent|quote|refund|payout)\b/.exec(event)?.[1];
  if (own === thing && !event.startsWith("charge.dispute")) return of(`${OBJECT}.id`);
  if (thing === "subscription" && event.startsWith("customer.subscription.")) return of(`${OBJECT}.id`);
  if (thing === "subscription" && event.startsWith("invoice."))
    return of(`${OBJECT}.parent.subscription_details.subscription`);
  if (thing === "subscription" && event.startsWith("checkout.")) return of(`${OBJECT}.subscription`);
  if (thing === "invoice" && event.startsWith("customer.subscription."))
    return of(`${OBJECT}.latest_invoice`);
  if (thing === "invoice" && event.startsWith("checkout.")) return of(`${OBJECT}.invoice`);
  if (thing === "charge" && /^(charge\.dispute|refund|radar|review)\b/.test(event))
    return of(`${OBJECT}.charge`);
  if (thing === "payment_intent" && /^(charge|checkout|refund|radar|review)\b/.test(event))
    return of(`${OBJECT}.payment_intent`);
  return null;
}

/** In a loop everything is about its item. */
export function ofItem(subject: Subject, done: ReadonlyMap<string, string>): Subject {
  const customer = of("loop.item.customer");
  const read = done.get("stripe.customer.get");
  const email = read ? of(`steps.${read}.output.email`) : of("loop.item.customer_email");
  return { ...subject, customer, person: customer, email };
}
