import { z } from "zod";

const Alias = z.string().min(1).max(120);

/** What a file calls its recipe, unique in a workspace. */
export const RecipeKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, "Use small letters, digits, - and _; at most 80.");

export const RecipeName = z.string().trim().min(1, "must not be empty.").max(120);
export const Folder = z.string().trim().min(1, "must not be empty.").max(80);
/** Sorted, each once. */
export const Tags = z
  .array(z.string().trim().min(1, "must not be empty.").max(40))
  .max(20)
  .transform((tags) => [...new Set(tags)].sort());

export const FILE_FORMATS = ["yaml", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const FILE_STATUSES = ["draft", "live", "paused", "shadow"] as const;

/** A connection as files know it: no id, no key. */
const ConnectionRef = z.strictObject({
  app: z.enum(["stripe", "customerio", "http"]),
  name: z.string().min(1),
  mode: z.enum(["live", "test"]).optional(),
});
const ChannelRef = z.strictObject({
  kind: z.enum(["email", "slack", "webhook", "database"]),
  name: z.string().min(1),
});
const RecipeRef = z.union([z.strictObject({ key: RecipeKey }), z.strictObject({ name: RecipeName })]);

/** A recipe as a file holds it: aliases stand where the stored definition has ids. */
export const RecipeFile = z.strictObject({
  billhook: z.literal(1, { error: "must be 1, the version of the file format." }),
  key: RecipeKey,
  name: RecipeName,
  folder: Folder.optional(),
  tags: Tags.optional(),
  /** What the author wants; an import acts on it when it is told to publish. */
  status: z.enum(FILE_STATUSES).optional(),
  connections: z.record(Alias, ConnectionRef).default({}),
  channels: z.record(Alias, ChannelRef).optional(),
  recipes: z.record(Alias, RecipeRef).optional(),
  definition: z.unknown().refine((value) => value !== undefined, "This is missing."),
});

export type ConnectionRef = z.infer<typeof ConnectionRef>;
export type ChannelRef = z.infer<typeof ChannelRef>;
export type RecipeRef = z.infer<typeof RecipeRef>;
