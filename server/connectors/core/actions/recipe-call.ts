import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { JsonObject, optional, required } from "~/server/connectors/fields";

export const recipeCall = defineAction({
  id: "core.recipe.call",
  app: "core",
  title: "Start another recipe",
  summary: "Hands data to a recipe that starts when another recipe calls it, and goes on at once.",
  words: [
    "call|start|run|trigger|launch|fire|kick_off|continue|use another|other|next|different|second recipe|automation|flow|workflow",
    "call|run|start|trigger|launch recipe",
    "hand|pass over|on|it recipe|automation",
    "sub_flow",
  ],
  docs: "/docs/triggers/recipe.call",
  effect: "keyed",
  bucket: "core",
  input: z.strictObject({
    recipe: required(z.uuid("Must be a recipe's id."), {
      title: "Recipe",
      description: "A live recipe whose trigger is “Another recipe calls it”.",
      control: "recipe",
    }),
    input: optional(JsonObject(), {
      title: "What it gets",
      description: "Its steps read it as trigger.data.input.",
    }),
  }),
  output: z.object({ run_id: z.string().nullable(), event_id: z.string().nullable() }),
  sample: {
    input: { recipe: "0198f0a2-0000-4000-8000-000000000002", input: { email: "ada@example.com" } },
    output: {
      run_id: "0198f0a2-0000-4000-8000-000000000003",
      event_id: "0198f0a2-0000-4000-8000-000000000004",
    },
  },
  async run(billhook, { recipe, input = {} }, { key }) {
    const { runId, eventId } = await billhook.startRecipe({ recipe, input, key });
    return { run_id: runId, event_id: eventId };
  },
});
