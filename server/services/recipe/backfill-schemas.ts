import { z } from "zod";

const Time = z.iso.datetime({ offset: true, error: "must be a time like 2026-11-24T03:00:00Z." });

/** Which of Stripe's events a recipe makes up for. */
export const BackfillInput = z.strictObject({
  id: z.uuid(),
  since: Time.meta({ description: "When the first of them happened; 30 days back at most." }),
  until: Time.optional().meta({ description: "When the last of them happened; now unless given." }),
  dryRun: z.boolean().default(false).meta({ description: "Only count." }),
});

export const BackfillView = z.object({
  /** Stripe's events of the recipe's types in that time. */
  found: z.int(),
  /** Those that the recipe has no run for yet. */
  missing: z.int(),
  /** Runs that were queued; 0 in a dry run. */
  queued: z.int(),
  /** What a person should know before, or of, these runs. */
  warnings: z.array(z.string()),
  /** The bulk operation that queues them little by little, where they are many. */
  operationId: z.string().optional(),
});
export type BackfillView = z.output<typeof BackfillView>;
