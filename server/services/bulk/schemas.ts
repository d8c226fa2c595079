import { z } from "zod";
import { PageInput } from "~/server/services/page";

/** What may be run again: what has ended. */
export const RERUN_STATUSES = ["failed", "outcome_unknown", "canceled", "filtered", "succeeded"] as const;

const Moment = z.iso.datetime({ offset: true, error: "must be a time like 2026-11-24T03:00:00Z." });

/** `POST /runs/rerun`. */
export const RerunRunsInput = z.strictObject({
  filter: z.strictObject({
    recipeId: z.uuid().optional(),
    status: z.enum(RERUN_STATUSES).optional().meta({ description: "`failed` unless said otherwise." }),
    since: Moment.optional().meta({ description: "Only runs created at or after this time." }),
    until: Moment.optional().meta({ description: "Only runs created before this time." }),
    failureKeys: z
      .array(z.string())
      .max(100)
      .optional()
      .meta({ description: "Only failures with these causes, as `GET /failures` names them." }),
  }),
  from: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "`failed` (default), `start`, or a step's path." }),
  version: z.enum(["original", "current"]).optional(),
});

/** How many runs will be run again, and the operation that does it; null when there is nothing to do. */
export const BulkStarted = z.object({ count: z.int(), operationId: z.string().nullable() });
export type BulkStarted = z.infer<typeof BulkStarted>;

/** What a bulk rerun keeps as its input. */
export const BulkRerun = z.object({
  filter: z.object({
    statuses: z.array(z.enum(RERUN_STATUSES)),
    recipeId: z.string().optional(),
    since: z.string().optional(),
    until: z.string().optional(),
    failureKeys: z.array(z.string()).optional(),
  }),
  from: z.string().optional(),
  version: z.enum(["original", "current"]).optional(),
  /** The step with the unknown outcome is done once more; without it such a run stays undecided. */
  repeatUnknown: z.boolean().optional(),
  /** The newest run that was meant when it was asked for. */
  upTo: z.string(),
});
export type BulkRerun = z.infer<typeof BulkRerun>;

export const BULK_STATUSES = ["running", "paused", "done", "canceled", "failed"] as const;

export const OperationView = z.object({
  id: z.string(),
  kind: z.enum(["rerun", "backfill"]),
  status: z.enum(BULK_STATUSES),
  /** What it does, in a few words. */
  title: z.string(),
  total: z.int(),
  done: z.int(),
  skipped: z.int(),
  left: z.int(),
  /** At the speed of the last minutes; null while that is not known, and when nothing is left. */
  secondsLeft: z.int().nullable(),
  /** Why it waits, failed or skipped something, in plain words. */
  problem: z.string().nullable(),
  author: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type OperationView = z.infer<typeof OperationView>;

export const ListOperationsInput = PageInput.extend({
  status: z.enum(BULK_STATUSES).optional().meta({ description: "Only those that are so." }),
});

/** What the views look for in any operation's input. */
export const OperationInput = z.looseObject({
  recipeId: z.string().optional().catch(undefined),
  filter: z
    .looseObject({
      recipeId: z.string().optional().catch(undefined),
      statuses: z.array(z.string()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
