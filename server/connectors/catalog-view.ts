import { z } from "zod";
import { ACTIONS } from "./catalog";
import { STRIPE_EVENT_TYPES } from "./stripe/events";

const STRIPE_EVENT = {
  id: "stripe.event",
  app: "stripe",
  title: "When something happens in Stripe",
  summary: "Starts at once when Stripe sends one of the chosen events.",
  events: STRIPE_EVENT_TYPES,
} as const;

/** The catalog as JSON: triggers, and actions with their JSON Schemas and samples. */
export function catalogView() {
  return {
    triggers: [STRIPE_EVENT],
    actions: ACTIONS.map(({ id, app, title, summary, effect, input, output, sample, docs }) => ({
      id,
      app,
      title,
      summary,
      effect,
      docs,
      sample,
      inputSchema: z.toJSONSchema(input, { io: "input", unrepresentable: "any" }),
      outputSchema: z.toJSONSchema(output, { io: "output", unrepresentable: "any" }),
    })),
  };
}
