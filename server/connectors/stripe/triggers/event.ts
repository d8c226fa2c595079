import { z } from "zod";
import { defineTrigger } from "~/server/connectors/define-trigger";
import { Flag, optional, required } from "~/server/connectors/fields";
import { customer, stripeEvent } from "~/server/connectors/stripe/fixtures";

export const stripeEventTrigger = defineTrigger({
  id: "stripe.event",
  app: "stripe",
  title: "Something happens in Stripe",
  summary: "Starts the moment Stripe reports one of the chosen events.",
  docs: "https://docs.stripe.com/api/events/types",
  origin: "connection",
  dedupe: "Stripe's event id: however often Stripe delivers an event, it starts one run.",
  config: z.strictObject({
    events: required(z.array(z.string()).min(1).max(300), {
      title: "Events",
      description: "One or more event types; * takes every event.",
    }),
    refetch: optional(Flag(), {
      title: "Read the object again first",
      description:
        "Before the first step the object is read again from Stripe, so that the steps see it as it is now, however late or out of order the event comes. What the event brought is then trigger.data.received.",
    }),
  }),
  sample: {
    config: { events: ["customer.created"] },
    event: stripeEvent("customer.created", customer()),
  },
});
