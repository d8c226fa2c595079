/** A field of the Stripe object that the event is about. */
export const object = (path: string) => `{{ trigger.data.object.${path} }}`;

/** What it was before the change. */
export const before = (path: string) => `{{ trigger.data.previous_attributes.${path} }}`;

/** An amount of the object as people write it: $49.00. */
export const money = (path: string) =>
  `{{ trigger.data.object.${path} | money: trigger.data.object.currency }}`;

/** The customer's Stripe id: the identifier of the person in every template, so that they work on one profile. */
export const CUSTOMER = object("customer");

const PRICE = "trigger.data.object.items.data[0].price";

/** What the plan is called; prices need no name in Stripe. */
export const PLAN = `{{ ${PRICE}.nickname | default: ${PRICE}.lookup_key | default: 'standard' }}`;

/** The address of a Customer.io report, whichever of its fields has it. */
export const RECIPIENT =
  "{{ trigger.data.identifiers.email | default: trigger.data.recipient | default: trigger.data.email_address | normalize_email }}";

/** The person of a Customer.io report. */
export const REPORTED = "{{ trigger.data.identifiers.id | default: trigger.data.customer_id }}";

/** The person who entered or left a segment: in Customer.io the id is the Stripe customer's. */
export const ENTERED = "{{ trigger.data.person.id }}";
