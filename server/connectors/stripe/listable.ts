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
