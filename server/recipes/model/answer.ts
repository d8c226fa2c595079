import { z } from "zod";
import { Step } from "~/server/recipes/definition";
import { Trigger } from "~/server/recipes/trigger-schema";
import { OFFERED_ACTIONS, OFFERED_TRIGGERS } from "./offered";

/** What a language model is asked for: a recipe's two parts in the definition's own shape, and what each came from. */
export const ModelAnswer = z.object({
  trigger: Trigger,
  steps: z.array(Step).max(40),
  /** Words of the sentence, and the step (or "trigger") that they became. */
  parts: z
    .array(z.object({ text: z.string().max(500), of: z.string().max(40) }))
    .max(60)
    .default([]),
  questions: z
    .array(z.object({ question: z.string().max(300), options: z.array(z.string().max(120)).max(6) }))
    .max(3)
    .default([]),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/** The answer's JSON Schema, with the catalog's ids where the definition's own takes any text. */
export function answerSchema() {
  const actions = OFFERED_ACTIONS.map(({ id }) => id);
  const triggers = OFFERED_TRIGGERS.map(({ id }) => id);
  return z.toJSONSchema(ModelAnswer, {
    io: "input",
    unrepresentable: "any",
    override({ jsonSchema: { properties } }) {
      if (!properties) return;
      if ("action" in properties) properties.action = { type: "string", enum: actions };
      if ("config" in properties) properties.type = { type: "string", enum: triggers };
      // Accounts and consents are no model's to give.
      delete properties.connection;
    },
  });
}
