/** Sentences that a visitor can take as they are. */
export const PROMPT_EXAMPLES = [
  "When an invoice payment fails, send the payment_failed e-mail",
  "Tag customers as VIP when they pay more than $500",
  "Three days before a trial ends, track trial_ending in Customer.io",
  "When someone unsubscribes in Customer.io, note it on the Stripe customer",
] as const;
