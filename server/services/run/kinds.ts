// Apart from the schemas, so that a page that offers them as choices does not load zod.
export const RUN_STATUSES = [
  "queued",
  "running",
  "waiting",
  "succeeded",
  "filtered",
  "failed",
  "outcome_unknown",
  "canceled",
  "held",
] as const;

export const RUN_MODES = ["live", "shadow", "test"] as const;
