/** Whom and what an event is about. */
export interface About {
  customer: string | null;
  subscription: string | null;
  /** The object itself. */
  object: string | null;
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
  return { customer, subscription, object: own };
}

/** The lane of each kind, and the subject that an older event of must not be applied after a newer one. */
export function lanesOf({
  customer,
  subscription,
  object,
}: About): Record<LaneKind | "subject", string | null> {
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
