import { z } from "zod";
import { defineTrigger, ownEvent } from "~/server/connectors/define-trigger";

export const manualTrigger = defineTrigger({
  id: "manual",
  app: "core",
  title: "Somebody starts it",
  summary: "Starts when a person presses “Run now”, or the API is called, with whatever data they give.",
  words: [
    "button",
    "manual|manually",
    "by hand",
    "on_demand",
    "i click|press|push|run",
    "run now",
    "click|press|push button|run",
  ],
  origin: "recipe",
  dedupe: "The id that the caller gives; without one, every call starts a run.",
  config: z.strictObject({}),
  sample: {
    config: {},
    event: ownEvent("01J8", "manual", new Date(1_790_000_000_000), { email: "ada@example.com" }),
  },
});
