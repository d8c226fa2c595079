import { z } from "zod";
import { PageInput, ShownInput } from "~/server/services/page";
import { EVENT_FATES, EVENT_SOURCES } from "./kinds";

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
  /** What it is about, as far as it says so. */
  objectId: z.string().nullable(),
  customerId: z.string().nullable(),
  email: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  receivedAt: z.iso.datetime(),
  /** When its payload and its runs were forgotten; null while they are kept. */
  forgottenAt: z.iso.datetime().nullable(),
});
export type EventSummary = z.infer<typeof EventSummary>;

export const EventView = EventSummary.extend({
  payload: z.unknown(),
  runs: z.array(
    z.object({
      id: z.string(),
      recipeId: z.string(),
      recipeName: z.string(),
      status: z.string(),
      mode: z.enum(["live", "shadow", "test"]),
      createdAt: z.iso.datetime(),
      startedAt: z.iso.datetime().nullable(),
      finishedAt: z.iso.datetime().nullable(),
      error: z.string().nullable(),
    }),
  ),
});
export type EventView = z.infer<typeof EventView>;

/** Which events are meant; what is left out does not matter. */
const EventFilter = z.object({
  type: z.string().optional(),
  fate: z.enum(EVENT_FATES).optional(),
  source: z.enum(EVENT_SOURCES).optional(),
  /** Only the events that are this connection's, or this recipe's own. */
  originId: z.uuid().optional(),
  since: z.iso.datetime({ offset: true }).optional(),
  q: z.string().trim().max(200).optional().meta({
    description:
      "An event's id here or at its sender, a customer's or an object's id, or the beginning of a customer's e-mail.",
  }),
});
export type EventFilter = z.infer<typeof EventFilter>;

export const ListEventsInput = PageInput.extend(EventFilter.shape);

export const FreshEventsInput = EventFilter.extend(ShownInput.shape);
