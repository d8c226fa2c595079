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
    "manual one|recipe|flow|automation|trigger|run|thing",
    "on_demand",
    "i|we click|press|push|run|start|trigger|launch",
    "run|start|trigger|launch|execute now|myself|manual|manually|hand",
    "click|press|push|hit button|run",
    "i|we|support|agent|team|staff|colleague|me|us click|press|push|hit|want|get button",
    "button for|i|we|support|team|my",
    "one_click action|button",
    "one_click",
    "button that|which|to|for refund|cancel|send|create|pause|give|add|apply|email|start|run",
    "start|run|trigger by|myself hand",
  ],
  origin: "recipe",
  dedupe: "The id that the caller gives; without one, every call starts a run.",
  config: z.strictObject({}),
  sample: {
    config: {},
    event: ownEvent("01J8", "manual", new Date(1_790_000_000_000), { email: "ada@example.com" }),
  },
});
