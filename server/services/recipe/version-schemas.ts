import { z } from "zod";
import { PageInput } from "~/server/services/page";

export const VersionSummary = z.object({
  version: z.int(),
  /** Who published it: a user's e-mail address or a token's name. */
  author: z.string(),
  note: z.string().nullable(),
  /** How it was published: to send, or to run without sending. */
  mode: z.enum(["live", "shadow"]),
  createdAt: z.iso.datetime(),
  /** Events run it, or did until the recipe was paused. */
  isCurrent: z.boolean(),
  /** It runs in shadow beside the live version. */
  isShadow: z.boolean(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const VersionView = VersionSummary.extend({ definition: z.unknown() });
export type VersionView = z.infer<typeof VersionView>;

const Version = z.coerce.number().int().min(1);

/** The cursor is the last version shown. */
export const VersionPage = PageInput.extend({
  cursor: Version.optional().meta({ description: "The `nextCursor` of the page before." }),
});
export const ListVersionsInput = VersionPage.extend({ id: z.string() });
export const VersionInput = z.strictObject({ id: z.string(), version: Version });

const Side = z.union([Version, z.literal("draft")], {
  error: 'must be a version\'s number or "draft".',
});
export const DiffQuery = z.strictObject({ from: Side, to: Side.default("draft") });
export const DiffInput = DiffQuery.extend({ id: z.string() });

export const ChangeView = z.object({
  kind: z.enum(["added", "removed", "changed", "moved"]),
  path: z.string(),
  step: z.string().nullable(),
  what: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  beforeText: z.string().optional(),
  afterText: z.string().optional(),
  sentence: z.string(),
});
export type ChangeView = z.infer<typeof ChangeView>;

export const DiffView = z.object({
  from: z.union([z.int(), z.literal("draft")]),
  to: z.union([z.int(), z.literal("draft")]),
  changes: z.array(ChangeView),
});
export type DiffView = z.infer<typeof DiffView>;
