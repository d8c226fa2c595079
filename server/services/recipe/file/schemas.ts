import { z } from "zod";
import { FILE_FORMATS } from "~/server/recipes/file/schema";
import { ProblemView } from "~/server/services/recipe/schemas";

const Format = z.enum(FILE_FORMATS).default("yaml");

export const ExportRecipeInput = z.strictObject({ id: z.string(), format: Format });
export const ExportAllInput = z.strictObject({
  format: Format,
  /** Only these recipes, by their keys; all of them otherwise. */
  keys: z.array(z.string()).max(1000).optional(),
});

const GivenFile = z.strictObject({
  name: z.string().max(500).optional().meta({ description: "What answers call the file." }),
  text: z.string().meta({ description: "The whole file, JSON or YAML." }),
});
export type GivenFile = z.infer<typeof GivenFile>;

export const ImportRecipesInput = z.strictObject({
  files: z.array(GivenFile).min(1, "needs at least one file.").max(200),
  dryRun: z.boolean().default(false).meta({ description: "Answer what would happen, and change nothing." }),
  publish: z.boolean().default(false).meta({
    description: "Also publish what the files say is live or shadow, and pause what they say is paused.",
  }),
  connections: z.record(z.string(), z.uuid()).default({}).meta({
    description: "Which connection (id) an alias means, for all files, before its name is looked up.",
  }),
});

export const ImportedFile = z.object({
  name: z.string().nullable(),
  key: z.string().nullable(),
  /** The recipe; null when the file failed, and in a dry run while there is none. */
  id: z.string().nullable(),
  recipe: z.string().nullable(),
  outcome: z.enum(["created", "updated", "unchanged", "failed"]),
  /** What was done beside changing the draft. */
  lifecycle: z.enum(["publish", "shadow", "resume", "pause"]).nullable(),
  problems: z.array(ProblemView),
});
export type ImportedFile = z.infer<typeof ImportedFile>;

export const ImportView = z.object({
  /** False in a dry run, and when a file failed before anything was written: then nothing was. */
  applied: z.boolean(),
  files: z.array(ImportedFile),
});
export type ImportView = z.infer<typeof ImportView>;
