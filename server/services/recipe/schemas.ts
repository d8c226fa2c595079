import { z } from "zod";
import { Folder, Tags } from "~/server/recipes/file/schema";

export const ProblemView = z.object({
  path: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  fix: z.string().optional(),
  /** What would mend it at once: edits of the definition, each at a path like the problem's own; no value takes away. */
  repair: z
    .object({
      label: z.string(),
      edits: z.array(z.object({ path: z.string(), value: z.unknown().optional() })),
    })
    .optional(),
});

const Name = z.string().trim().min(1).max(120);

export const CreateRecipeInput = z.strictObject({
  name: Name,
  definition: z.unknown().optional(),
  templateId: z
    .string()
    .max(100)
    .optional()
    .meta({ description: "Without a definition: the template to begin with." }),
});
export const UpdateRecipeInput = z.strictObject({
  id: z.uuid(),
  name: Name.optional(),
  definition: z.unknown().optional(),
  revision: z.string().max(100).optional().meta({
    description:
      "With `definition`: the revision of the draft that it was made from. When the draft is another one by now, the answer is 409 `conflict` with the recipe as it stands in `details`.",
  }),
  folder: Folder.nullable().optional(),
  tags: Tags.optional(),
});

const RECIPE_STATUSES = ["draft", "shadow", "live", "paused"] as const;

/** Which recipes a list shows; archived ones only when asked for. */
export const RecipeFilter = z.strictObject({
  status: z.enum(RECIPE_STATUSES).optional(),
  folder: z.string().max(80).optional(),
  tag: z.string().max(40).optional(),
  archived: z.enum(["true", "false"]).optional(),
  q: z.string().max(200).optional().meta({
    description: "Words, all of them found in name, key, folder, tags, trigger, events or actions.",
  }),
});
export type RecipeFilter = z.infer<typeof RecipeFilter>;
export const PublishRecipeInput = z.strictObject({
  id: z.uuid(),
  mode: z.enum(["live", "shadow"]).default("live"),
  note: z.string().max(500).optional(),
});
/** What callers of a recipe's address prove themselves with; it can be replaced, never read. */
export const HookSecretInput = z.strictObject({
  id: z.uuid(),
  secret: z.string().trim().min(8, "Use at least 8 characters.").max(500),
});
/** Starts a recipe by hand; `key` makes a repeated call start nothing. */
export const RunRecipeInput = z.strictObject({
  id: z.uuid(),
  data: z.record(z.string(), z.unknown()).default({}),
  key: z.string().min(1).max(200).optional(),
});
export const StartedView = z.object({ eventId: z.string(), runId: z.string().nullable(), seen: z.boolean() });

export const RollbackRecipeInput = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
/** Which event a test takes; at most one of the three. */
const ChosenEvent = {
  event: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "A whole event, as the sender would send it." }),
  eventId: z.uuid().optional().meta({ description: "An event that was received." }),
  sample: z.string().max(200).optional().meta({ description: "The sample of this event type." }),
};
const StepId = z.string().max(40);

/** `version` is the one that was looked at: another one in shadow by then is not set live. */
export const PromoteShadowInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1).optional(),
  note: z.string().max(500).optional(),
});
/** Tests the draft, or one step of it. */
export const TestRecipeInput = z.strictObject({
  id: z.uuid(),
  ...ChosenEvent,
  dryRun: z.boolean().default(true),
  step: StepId.optional().meta({ description: "Only this step: its id." }),
  pinned: z
    .record(StepId, z.unknown())
    .default({})
    .meta({ description: "With `step`: outputs of earlier steps by id. Others yield their samples." }),
});

const VersionName = z.union([z.literal("draft"), z.int().min(1)]);

/** What two versions would send for the same event. */
export const CompareRecipeInput = z.strictObject({
  id: z.uuid(),
  ...ChosenEvent,
  from: VersionName,
  to: VersionName.default("draft"),
});
export type VersionName = z.infer<typeof VersionName>;

export const RecipeView = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(RECIPE_STATUSES),
  version: z.int().nullable(),
  /** True when the draft differs from the published version. */
  changed: z.boolean(),
  /** The version that runs in shadow beside the live one, and whether the draft differs from it. */
  shadow: z.object({ version: z.int(), changed: z.boolean() }).nullable(),
  templateId: z.string().nullable(),
  /** What recipe files call it; null until its first export. */
  key: z.string().nullable(),
  folder: z.string().nullable(),
  tags: z.array(z.string()),
  archived: z.boolean(),
  definition: z.unknown(),
  /** Names this state of the draft, for `revision` of a change. */
  revision: z.string(),
  problems: z.array(ProblemView),
  /** Where a `webhook` trigger is called, and whether its callers' secret is set; null for other triggers. */
  hook: z.object({ url: z.url(), hasSecret: z.boolean() }).nullable(),
  /** How the last look of a schedule or poll went; null while nothing is looked for. */
  look: z
    .object({
      lookedAt: z.iso.datetime().nullable(),
      nextAt: z.iso.datetime(),
      problem: z.string().nullable(),
    })
    .nullable(),
  /** When it was last paused; a backfill can make up for what happened until it was live again. */
  stoppedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type RecipeView = z.infer<typeof RecipeView>;

export const RecipeSummary = RecipeView.omit({
  definition: true,
  revision: true,
  problems: true,
  changed: true,
  shadow: true,
  hook: true,
  look: true,
  stoppedAt: true,
}).extend({
  triggerEvents: z.array(z.string()),
  /** What starts it, in words, where that is no event type. */
  startsWith: z.string().nullable(),
  /** Why a schedule or poll could not look the last time. */
  lookProblem: z.string().nullable(),
  /** Action ids in order, for the icons of a list. */
  actions: z.array(z.string()),
  runs24h: z.object({ total: z.int(), failed: z.int() }),
  lastRunAt: z.iso.datetime().nullable(),
});
export type RecipeSummary = z.infer<typeof RecipeSummary>;

const ComparedSide = z
  .object({
    status: z.string(),
    requests: z.array(z.object({ method: z.string(), url: z.string(), body: z.unknown() })),
  })
  .nullable();
const ComparedVersion = z.object({ version: VersionName, runId: z.string(), status: z.string() });

/** What two versions would send, step by step; null where a version has no such step. */
export const ComparisonView = z.object({
  from: ComparedVersion,
  to: ComparedVersion,
  steps: z.array(
    z.object({
      path: z.string(),
      change: z.enum(["same", "changed", "added", "removed"]),
      before: ComparedSide,
      after: ComparedSide,
    }),
  ),
});
/** What the recipes of a workspace can be told apart by. */
export interface RecipeFacets {
  /** Archived ones included. */
  total: number;
  archived: number;
  folders: string[];
  tags: string[];
}
