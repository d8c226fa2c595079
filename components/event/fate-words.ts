import type { EventSummary } from "~/server/services/event/schemas";

/** What a fate means, in a sentence. */
export const FATE_MEANING: Record<EventSummary["fate"], string> = {
  ran: "At least one recipe ran for this event.",
  filtered: "Recipes listen to it, but their filters let it pass by.",
  duplicate: "It had been received before, so nothing was done.",
  superseded: "A newer event about the same thing had already been applied.",
  unmatched: "No live recipe listens to this type. It is kept, so that you can test recipes with it.",
  held: "It is stored and waits: a recipe that wants it is not allowed to run now.",
};

export const SOURCE_NAME: Record<EventSummary["source"], string> = {
  webhook: "Webhook",
  poll: "Poll",
  backfill: "Stripe's list",
  manual: "By hand",
  schedule: "Schedule",
  recipe: "Billhook itself",
};
