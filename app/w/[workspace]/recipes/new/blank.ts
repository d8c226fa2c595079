import type { Definition } from "~/server/recipes/definition";

/** A recipe in which nothing is chosen yet. */
export const BLANK: Definition = {
  version: 1,
  trigger: { type: "stripe.event", connection: null, config: { events: [] } },
  steps: [],
  settings: { order: "none" },
};
