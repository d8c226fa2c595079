import { z } from "zod";
import { STRIPE_EVENT_TYPES } from "./events";

/** What a recipe's `trigger` may be; Stripe's webhook is the only one yet. */
export const STRIPE_EVENT_TRIGGER = {
  id: "stripe.event",
  app: "stripe",
  title: "Something happens in Stripe",
  summary: "Starts the moment Stripe reports one of the chosen events.",
  docs: "https://docs.stripe.com/api/events/types",
  config: z.strictObject({
    events: z
      .array(z.string())
      .min(1)
      .max(300)
      .meta({ title: "Events", description: "One or more event types; * takes every event." }),
  }),
  events: STRIPE_EVENT_TYPES,
} as const;
