/** The apps that the docs tell about, by the word in the address. */
export const APPS = {
  stripe: {
    name: "Stripe",
    summary: "Customers, subscriptions, invoices, payments, prices, coupons and links to pay with.",
  },
  customerio: {
    name: "Customer.io",
    summary: "People, events, segments, objects, messages, broadcasts and collections.",
  },
  core: { name: "Billhook", summary: "What Billhook does itself: one recipe starts another." },
} as const;

export type DocsApp = keyof typeof APPS;

export const isDocsApp = (app: string): app is DocsApp => Object.hasOwn(APPS, app);

/** `stripe.customer.create` → `/docs/stripe/customer.create` */
export const actionHref = (id: string) => `/docs/${id.replace(".", "/")}`;
export const triggerHref = (id: string) => `/docs/triggers/${id}`;
export const eventHref = (type: string) => `/docs/events/${type}`;
export const stepHref = (kind: string) => `/docs/steps#${kind}`;
