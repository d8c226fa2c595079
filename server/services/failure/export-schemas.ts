import { z } from "zod";

/** A run that failed, or whose outcome nobody knows, as files and tables outside name its columns. */
export const FailureRecord = z.object({
  failed_at: z.iso.datetime(),
  workspace: z.string(),
  recipe: z.string(),
  run_id: z.string(),
  run_url: z.string(),
  /** The sender's own id of the event. */
  event_id: z.string(),
  event_type: z.string(),
  status: z.enum(["failed", "outcome_unknown"]),
  error_code: z.string().nullable(),
  error_message: z.string().nullable(),
  remedy: z.string().nullable(),
  step: z.string().nullable(),
});
export type FailureRecord = z.infer<typeof FailureRecord>;

const Time = z
  .string()
  // `curl '…?since=2026-11-24T03:00:00+00:00'` arrives with a space where the plus was.
  .transform((text) => text.replace(" ", "+"))
  .pipe(z.iso.datetime({ offset: true, error: "must be a time like 2026-11-24T03:00:00Z." }))
  .optional();

/** `GET /api/v1/failures/export`. */
export const ExportFailuresInput = z.strictObject({
  format: z.enum(["csv", "json"], { error: 'must be "csv" or "json".' }).default("csv"),
  since: Time.meta({
    description: "Only what failed at or after this time (ISO 8601).",
    format: "date-time",
  }),
  until: Time.meta({ description: "Only what failed before this time (ISO 8601).", format: "date-time" }),
  recipeId: z.uuid().optional().meta({ description: "Only of this recipe." }),
});
export type ExportFailuresInput = z.infer<typeof ExportFailuresInput>;
