import type { Pair } from "~/server/recipes/pairs/pair";

export const NAMES = { stripe: "Stripe", customerio: "Customer.io" } as const;

/** "Invoice paid → Track event": what the pair's page and its links are called. */
export const pairTitle = ({ event, action }: Pair) => `${event.title} → ${action.title}`;
