import { z } from "zod";
import { defineTrigger, ownEvent } from "~/server/connectors/define-trigger";

export const recipeCallTrigger = defineTrigger({
  id: "recipe.call",
  app: "core",
  title: "Another recipe calls it",
  summary: "Starts when a step of another recipe hands it data, so that several recipes can share steps.",
  words: [
    "called|call by another|other recipe",
    "another|other recipe|automation|workflow|flow call|start|run|trigger|invoke",
    "call|start|run|trigger|invoke by|from another|other recipe|automation|workflow|flow",
    "sub_flow",
  ],
  origin: "recipe",
  dedupe: "The step of the run that calls: repeated or rerun, it starts one run.",
  config: z.strictObject({}),
  sample: {
    config: {},
    event: ownEvent("01J8", "recipe.call", new Date(1_790_000_000_000), {
      input: { email: "ada@example.com" },
      caller: { recipe: "Payment failed", run: "0198f0a2-0000-7000-8000-000000000001", depth: 1 },
    }),
  },
});
