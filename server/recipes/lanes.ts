import { type EventMoney, moneyOfEvent } from "./money-of-event";

/** Whom and what an event is about. */
export interface About {
  customer: string | null;
  subscription: string | null;
  /** The object itself. */
  object: string | null;
  /** The customer's, in lower case. */
  email?: string | null;
  money?: EventMoney | null;
}

/** How a recipe's runs may take turns: `settings.order`. */
export const LANE_KINDS = ["per_customer", "per_subscription", "all"] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** Reads it out of any trigger's event; null where it does not say. https://docs.stripe.com/api/events/object */
export function aboutOf(event: unknown): About {
  const data = at(event, "data");
  const object = at(data, "object");
  const own = text(at(object, "id"));
  const kind = at(object, "object");
  const parent = at(at(at(object, "parent"), "subscription_details"), "subscription");
  const customer =
    (kind === "customer" ? own : idOf(at(object, "customer"))) ??
    text(at(at(data, "identifiers"), "id")) ??
    text(at(data, "customer_id"));
  const subscription = kind === "subscription" ? own : (idOf(at(object, "subscription")) ?? idOf(parent));
  const money = moneyOfEvent(at(event, "type"), object);
  return { customer, subscription, object: own, email: emailOf(object, data), money };
}

/** Invoices, charges and checkouts each have a place of their own for it; a webhook of a recipe may have it on top. */
function emailOf(object: unknown, data: unknown): string | null {
  const found =
    text(at(object, "email")) ??
    text(at(object, "customer_email")) ??
    text(at(at(object, "customer_details"), "email")) ??
    text(at(at(object, "customer"), "email")) ??
    text(at(at(object, "billing_details"), "email")) ??
    text(at(object, "receipt_email")) ??
    text(at(at(data, "identifiers"), "email")) ??
    text(at(data, "email_address")) ??
    text(at(data, "email")) ??
    text(at(at(data, "body"), "email")) ??
    text(at(data, "recipient"));
  return found && found.length <= 320 && /^\S+@\S+$/.test(found) ? storable(found.toLowerCase()) : null;
}

/** No text column of a PostgreSQL takes the NUL character. */
const storable = (value: string) => value.replaceAll("\0", "").toWellFormed();

/** The lane of each kind, and the subject that an older event of must not be applied after a newer one. */
export function lanesOf({
  customer,
  subscription,
  object,
}: Pick<About, "customer" | "subscription" | "object">): Record<LaneKind | "subject", string | null> {
  return {
    per_customer: customer ?? subscription ?? object,
    per_subscription: subscription ?? customer ?? object,
    all: "all",
    subject: object,
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** An expanded object has its id inside. */
function idOf(value: unknown): string | null {
  return text(value) ?? text(at(value, "id"));
}

const MOST = 255;

/** What an event is found by and counted with, as its row holds it; ids of absurd length are no ids. */
export function foundBy({ object, customer, email = null, money = null }: About) {
  const id = (value: string | null) => (value && value.length <= MOST ? storable(value) : null);
  return {
    objectId: id(object),
    customerId: id(customer),
    email,
    amount: money?.amount ?? null,
    currency: money?.currency ?? null,
    moneyKey: id(money?.key ?? null),
  };
}
