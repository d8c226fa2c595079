import { z } from "zod";
import { PageInput } from "~/server/services/page";
import { ErrorView, RunSummary } from "~/server/services/run/schemas";

/** The most groups that one act is about. */
const MOST_KEYS = 100;

export const Keys = z.array(z.string().max(64)).min(1).max(MOST_KEYS);

/** Failures with one cause: the same recipe, step, code and answer. */
export const FailureGroup = z.object({
  key: z.string(),
  recipeId: z.string(),
  recipeName: z.string(),
  /** `outcome_unknown`: nobody knows whether it was done. */
  status: z.enum(["failed", "outcome_unknown"]),
  /** Where it happened; null when it was at no step. Of a loop any item. */
  step: z.object({ path: z.string(), kind: z.string().nullable(), title: z.string().nullable() }).nullable(),
  /** What the newest of them says. */
  error: ErrorView,
  count: z.int(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  /** The newest runs, newest first. */
  runIds: z.array(z.string()),
  assignee: z.object({ id: z.string(), email: z.string(), name: z.string().nullable() }).nullable(),
  snoozedUntil: z.iso.datetime().nullable(),
  note: z.string().nullable(),
});
export type FailureGroup = z.infer<typeof FailureGroup>;

export const FailureView = FailureGroup.extend({
  /** Customers that the newest runs are about; null when their events name none. */
  customers: z.object({ count: z.int(), atLeast: z.boolean() }).nullable(),
  runs: z.object({ data: z.array(RunSummary), nextCursor: z.string().nullable() }),
});
export type FailureView = z.infer<typeof FailureView>;

export const FAILURE_VIEWS = ["open", "mine", "snoozed", "all"] as const;

export const ListFailuresInput = PageInput.extend({
  view: z.enum(FAILURE_VIEWS).default("open").meta({
    description: "`open`: not snoozed; `mine`: of these, assigned to whoever asks; `snoozed`; or `all`.",
  }),
  status: z.enum(["failed", "outcome_unknown"]).optional(),
  recipeId: z.uuid().optional(),
});

export const GetFailureInput = PageInput.extend({ key: z.string() });

const SPANS = { "1h": 1, "1d": 24, "1w": 24 * 7 } as const;
const HOUR_MS = 3_600_000;

/** How long to leave it alone: a span, a moment, or null to have it back at once. */
export const Snooze = z
  .strictObject({
    for: z.enum(["1h", "1d", "1w"]).optional(),
    until: z.iso
      .datetime({ offset: true, error: "must be a time like 2026-11-24T03:00:00Z, or null." })
      .nullable()
      .optional(),
  })
  .refine((value) => (value.for === undefined) !== (value.until === undefined), {
    error: 'Give either "for" (1h, 1d, 1w) or "until" (a time, or null to wake it).',
  });

/** The moment that a snooze ends; null for none. */
export function endOf({ for: span, until }: z.infer<typeof Snooze>, now: number): Date | null {
  if (span) return new Date(now + SPANS[span] * HOUR_MS);
  return until ? new Date(until) : null;
}

export const Assign = z.strictObject({
  assignee: z.string().max(320).nullable().meta({
    description: "The id or e-mail address of a member of the workspace; null for nobody.",
  }),
});

export const RerunGroup = z.strictObject({
  from: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "`failed` (default), `start`, or a step's path." }),
  version: z.enum(["original", "current"]).optional(),
  unknownToo: z.boolean().optional().meta({
    description: "Also run those again whose outcome is unknown; a message may then be sent twice.",
  }),
});

export const Touched = z.object({ count: z.int() });

export const FailureCounts = z.object({ open: z.int(), mine: z.int(), snoozed: z.int() });
export type FailureCounts = z.infer<typeof FailureCounts>;
