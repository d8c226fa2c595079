import { z } from "zod";

const concurrencyError = "must be a whole number from 1 to 16, or null for the usual 16.";
const daysError = "must be a whole number of days from 7 to 365.";

export const WorkspaceView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** Since when nothing runs here; null while it is not paused. */
  pausedAt: z.iso.datetime().nullable(),
  /** Who paused it: an e-mail address or a token's name. */
  pausedBy: z.string().nullable(),
  resumedAt: z.iso.datetime().nullable(),
  resumedBy: z.string().nullable(),
  /** Runs that may be under way at once; null is as many as is usual, which is `mostAtOnce`. */
  concurrency: z.int().nullable(),
  mostAtOnce: z.int(),
  retentionDays: z.int(),
});
export type WorkspaceView = z.infer<typeof WorkspaceView>;

export const UpdateWorkspaceInput = z
  .strictObject({
    concurrency: z
      .int({ error: concurrencyError })
      .min(1, { error: concurrencyError })
      .max(16, { error: concurrencyError })
      .nullable()
      .optional()
      .meta({ description: "Runs that may be under way at once; null for the usual number." }),
    retentionDays: z
      .int({ error: daysError })
      .min(7, { error: daysError })
      .max(365, { error: daysError })
      .optional()
      .meta({ description: "Days after which events and their runs are forgotten; their counts are kept." }),
  })
  .refine(({ concurrency, retentionDays }) => concurrency !== undefined || retentionDays !== undefined, {
    error: "Give `concurrency`, `retentionDays`, or both.",
  });
