// Apart from the schemas, so that a page that offers them as choices does not load zod.
export const EVENT_FATES = ["ran", "filtered", "duplicate", "superseded", "unmatched", "held"] as const;

export const EVENT_SOURCES = ["webhook", "poll", "backfill", "manual", "schedule", "recipe"] as const;
