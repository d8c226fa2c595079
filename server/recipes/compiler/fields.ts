import type { About } from "./tests";

/** Where an event's object keeps what people compare, by the beginning of the event's type; the first that fits. */
const PLACES: readonly [prefix: string, places: Readonly<Record<string, string>>][] = [
  [
    "customer.subscription.",
    {
      amount: "items.data[0].price.unit_amount",
      plan: "items.data[0].price.nickname",
      interval: "items.data[0].price.recurring.interval",
      quantity: "items.data[0].quantity",
      price: "items.data[0].price.id",
      product: "items.data[0].price.product",
      reason: "cancellation_details.feedback",
    },
  ],
  ["customer.source.", { brand: "brand", country: "address_country" }],
  ["customer.discount.", { plan: "source.coupon", "field:code": "promotion_code" }],
  ["customer.tax_id.", { country: "country" }],
  ["invoice.paid", { amount: "amount_paid" }],
  ["invoice.payment_succeeded", { amount: "amount_paid" }],
  ["invoice.", { amount: "amount_due" }],
  [
    "checkout.session.",
    {
      amount: "amount_total",
      "field:code": "discounts[0].promotion_code",
      country: "customer_details.address.country",
      email: "customer_details.email",
      phone: "customer_details.phone",
    },
  ],
  ["charge.refunded", { amount: "amount_refunded" }],
  ["charge.dispute.", { amount: "amount" }],
  ["charge.", {}],
  [
    "payment_intent.",
    { amount: "amount", email: "receipt_email", failure_code: "last_payment_error.decline_code" },
  ],
  ["refund.", { amount: "amount" }],
  ["quote.", { amount: "amount_total" }],
  ["payment_method.", { brand: "card.brand", country: "billing_details.address.country" }],
];

/** The same for objects that share places. */
const SHARED: readonly [prefix: string, places: Readonly<Record<string, string>>][] = [
  [
    "invoice.",
    {
      country: "customer_address.country",
      email: "customer_email",
      phone: "customer_phone",
      plan: "lines.data[0].description",
      price: "lines.data[0].pricing.price_details.price",
    },
  ],
  ["charge.dispute.", { brand: "payment_method_details.card.brand" }],
  [
    "charge.",
    {
      country: "billing_details.address.country",
      email: "billing_details.email",
      phone: "billing_details.phone",
      brand: "payment_method_details.card.brand",
      payment_method: "payment_method_details.type",
    },
  ],
];

/** Objects that hold no country, address or phone of the person: those are the customer's. */
const CUSTOMERS: Readonly<Record<string, string>> = {
  country: "address.country",
  email: "email",
  phone: "phone",
  name: "name",
};

export interface Place {
  path: string;
  /** True when the customer has to be read first: the path is of that answer. */
  ofCustomer?: boolean;
}

/** Where to find what is compared in events of this type. */
export function placeOf(about: About, event: string): Place {
  for (const [prefix, places] of [...PLACES, ...SHARED]) {
    const path = event.startsWith(prefix) ? places[about] : undefined;
    if (path) return { path };
  }
  if (about.startsWith("field:")) return { path: about.slice(6) };
  const hasOwn = /^customer\.(created|updated|deleted)$/.test(event);
  const ofCustomer = CUSTOMERS[about];
  if (ofCustomer) return hasOwn ? { path: ofCustomer } : { path: ofCustomer, ofCustomer: true };
  return { path: about };
}
