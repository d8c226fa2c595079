import type { Definition } from "~/server/recipes/definition";

/** What the front page's second step offers, and where it starts. */
export const STARTER_ACTIONS = [
  { id: "customerio.person.upsert", title: "Create or update the person" },
  { id: "customerio.event.track", title: "Track an event" },
  { id: "customerio.segment.add", title: "Add to a segment" },
  { id: "customerio.email.send", title: "Send a transactional e-mail" },
] as const;

export type StarterActionId = (typeof STARTER_ACTIONS)[number]["id"];

export const STARTER_EVENTS = [
  "customer.created",
  "customer.subscription.created",
  "customer.subscription.trial_will_end",
  "invoice.paid",
  "invoice.payment_failed",
  "customer.subscription.deleted",
  "charge.refunded",
  "checkout.session.completed",
];

/** Where an event's object keeps the customer's id and e-mail address. */
function person(event: string): { identifier: string; email: string } {
  const object = "trigger.data.object";
  if (/^customer\.(created|updated|deleted)$/.test(event))
    return { identifier: `{{ ${object}.id }}`, email: `{{ ${object}.email }}` };
  const email = event.startsWith("checkout.session.")
    ? "customer_details.email"
    : event.startsWith("charge.")
      ? "billing_details.email"
      : "customer_email";
  return { identifier: `{{ ${object}.customer }}`, email: `{{ ${object}.${email} }}` };
}

function inputFor(event: string, action: StarterActionId): Record<string, unknown> {
  const { identifier, email } = person(event);
  const facts = {
    stripe_event: "{{ trigger.type }}",
    amount: moneyField(event),
    currency: "{{ trigger.data.object.currency }}",
  };
  switch (action) {
    case "customerio.person.upsert":
      return { identifier, email, attributes: { last_stripe_event: "{{ trigger.type }}" } };
    case "customerio.event.track":
      return { identifier, name: event.replaceAll(".", "_"), data: facts };
    case "customerio.segment.add":
      return { segment: 1, ids: [identifier] };
    case "customerio.email.send":
      return {
        to: email,
        transactional_message_id: "1",
        message_data: facts,
        identifiers: { id: identifier },
      };
  }
}

const AMOUNT_FIELDS: [prefix: string, field: string][] = [
  ["invoice.", "amount_due"],
  ["checkout.session.", "amount_total"],
  ["charge.refunded", "amount_refunded"],
  ["customer.subscription.", "items.data[0].price.unit_amount"],
];

/** Where an event's object keeps its amount, in minor units. */
function moneyField(event: string): string {
  const field = AMOUNT_FIELDS.find(([prefix]) => event.startsWith(prefix))?.[1] ?? "amount";
  return `{{ trigger.data.object.${field} }}`;
}

/** A recipe of one step for the pair that somebody chose on the front page. */
export function starterDefinition(event: string, action: StarterActionId): Definition {
  return {
    version: 1,
    trigger: { type: "stripe.event", connection: null, config: { events: [event] } },
    steps: [
      {
        id: "first",
        kind: "action",
        action,
        connection: null,
        input: inputFor(event, action),
        onMissing: {},
        onError: "fail",
      },
    ],
    settings: { order: "none" },
  };
}

/** The chosen action, or the first. */
export function starterAction(text: string | undefined): StarterActionId {
  return STARTER_ACTIONS.find(({ id }) => id === text)?.id ?? STARTER_ACTIONS[0].id;
}
