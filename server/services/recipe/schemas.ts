import { z } from "zod";

export const ProblemView = z.object({
  path: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  fix: z.string().optional(),
});

const Name = z.string().trim().min(1).max(120);

export const CreateRecipeInput = z.strictObject({
  name: Name,
  definition: z.unknown(),
  templateId: z.string().optional(),
});
export const UpdateRecipeInput = z.strictObject({
  id: z.uuid(),
  name: Name.optional(),
  definition: z.unknown().optional(),
});
export const PublishRecipeInput = z.strictObject({
  id: z.uuid(),
  mode: z.enum(["live", "shadow"]).default("live"),
  note: z.string().max(500).optional(),
});
export const RollbackRecipeInput = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
/** Tests the draft with a stored event (`eventId`) or a pasted one (`event`, a whole Stripe event). */
export const TestRecipeInput = z.strictObject({
  id: z.uuid(),
  event: z.record(z.string(), z.unknown()).optional(),
  eventId: z.uuid().optional(),
  dryRun: z.boolean().default(true),
});

export const RecipeView = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(["draft", "shadow", "live", "paused"]),
  version: z.int().nullable(),
  /** True when the draft differs from the published version. */
  changed: z.boolean(),
  templateId: z.string().nullable(),
  definition: z.unknown(),
  problems: z.array(ProblemView),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type RecipeView = z.infer<typeof RecipeView>;

export const RecipeSummary = RecipeView.omit({ definition: true, problems: true, changed: true }).extend({
  triggerEvents: z.array(z.string()),
  /** Action ids in order, for the icons of a list. */
  actions: z.array(z.string()),
  runs24h: z.object({ total: z.int(), failed: z.int() }),
  lastRunAt: z.iso.datetime().nullable(),
});
export type RecipeSummary = z.infer<typeof RecipeSummary>;
