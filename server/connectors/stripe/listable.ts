/** What Stripe lists newest first with `created`, by the name that people know. https://docs.stripe.com/api/pagination */
export const LISTABLE = {
  charges: "charges",
  "checkout sessions": "checkout/sessions",
  coupons: "coupons",
  "credit notes": "credit_notes",
  customers: "customers",
  disputes: "disputes",
  "invoice items": "invoiceitems",
  invoices: "invoices",
  "payment intents": "payment_intents",
  "payment links": "payment_links",
  payouts: "payouts",
  plans: "plans",
  prices: "prices",
  products: "products",
  "promotion codes": "promotion_codes",
  quotes: "quotes",
  refunds: "refunds",
  "setup intents": "setup_intents",
  "subscription schedules": "subscription_schedules",
  subscriptions: "subscriptions",
} as const;

export type Listable = keyof typeof LISTABLE;

export const LISTABLE_NAMES = Object.keys(LISTABLE) as Listable[];

/** Parameters as Stripe reads them in an address: `created[gte]=1&types[]=a`. */
export function asQuery(parameters: object): string {
  const pairs = (value: unknown, name: string): string[] => {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value.flatMap((item) => pairs(item, `${name}[]`));
    if (typeof value === "object")
      return Object.entries(value).flatMap(([key, item]) => pairs(item, name ? `${name}[${key}]` : key));
    return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
  };
  return pairs(parameters, "").join("&");
}
