import { z } from "zod";

/** A wish in a person's own words; `choices` are other readings of its parts, by where a part begins. */
export const DraftInput = z.strictObject({
  prompt: z
    .string()
    .max(4000, "Use at most 4,000 characters.")
    .meta({
      description: "What shall happen, and when.",
      examples: ["When a payment fails, wait a day and send an e-mail"],
    }),
  choices: z.record(z.string().max(10), z.string().max(100)).optional().meta({
    description: "Another reading of a part: its `start`, and the `id` of one of its alternatives.",
  }),
  model: z.boolean().optional().meta({
    description: "False: the built-in compiler alone, so that nothing goes to a language model.",
  }),
});

const Part = z.object({
  start: z.int().meta({ description: "Where it begins in the prompt." }),
  end: z.int(),
  text: z.string(),
  kind: z.enum([
    "trigger",
    "filter",
    "delay",
    "action",
    "branch",
    "loop",
    "dedupe",
    "schedule",
    "unsupported",
  ]),
  became: z.string().meta({ description: "What it became, in plain words." }),
  id: z.string().optional().meta({ description: "The catalog's id of it." }),
  confidence: z.number().min(0).max(1),
  alternatives: z.array(z.object({ id: z.string(), label: z.string() })),
});

const Question = z.object({ about: z.string(), question: z.string(), options: z.array(z.string()) });

export const DraftView = z.object({
  definition: z.unknown().meta({
    description:
      "A draft that `POST /recipes` takes, with placeholders where something is to be chosen; or null.",
    anyOf: [{ $ref: "#/components/schemas/Definition" }, { type: "null" }],
  }),
  summary: z.string(),
  understood: z.array(Part),
  questions: z.array(Question),
  unsupported: z.boolean().meta({ description: "True when it, or a part of it, is not built." }),
  reason: z
    .enum(["app", "dangerous", "nonsense", "empty", "injection", "off_topic"])
    .optional()
    .meta({ description: "Why it is not built." }),
  confidence: z.number().min(0).max(1),
  model: z
    .object({
      name: z.string(),
      used: z.boolean().meta({ description: "False when the built-in compiler's draft stands." }),
      note: z.string().optional().meta({ description: "Why it was not used." }),
    })
    .optional()
    .meta({ description: "Only where the operator has set a language model." }),
});
export type DraftView = z.infer<typeof DraftView>;
