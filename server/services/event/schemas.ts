import { z } from "zod";
import { PageInput } from "~/server/services/page";

export const EVENT_FATES = ["ran", "filtered", "duplicate", "superseded", "unmatched", "held"] as const;

export const EVENT_SOURCES = ["webhook", "poll", "backfill", "manual", "schedule", "recipe"] as const;

export const EventSummary = z.object({
  id: z.string(),
  externalId: z.string(),
  type: z.string(),
  fate: z.enum(EVENT_FATES),
  /** How it came; `backfill` is what was found in Stripe's own list. */
  source: z.enum(EVENT_SOURCES),
  connectionId: z.string().nullable(),
  /** How often it was delivered; all but the first were answered "seen". */
  deliveries: z.int(),
  occurredAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  /** When its payload and its runs were forgotten; null while they are kept. */
  forgottenAt: z.iso.datetime().nullable(),
});
export type EventSummary = z.infer<typeof EventSummary>;

export const EventView = EventSummary.extend({
  payload: z.unknown(),
  runs: z.array(
    z.object({ id: z.string(), recipeId: z.string(), recipeName: z.string(), status: z.string() }),
  ),
});
export type EventView = z.infer<typeof EventView>;

export const ListEventsInput = PageInput.extend({
  type: z.string().optional(),
  fate: z.enum(EVENT_FATES).optional(),
  source: z.enum(EVENT_SOURCES).optional(),
  /** Only the events that are this connection's, or this recipe's own. */
  originId: z.uuid().optional(),
});
