/** The intervals that a schedule offers beside a cron expression. */
export const CRON_EVERY = [
  "5 minutes",
  "10 minutes",
  "15 minutes",
  "30 minutes",
  "1 hour",
  "2 hours",
  "6 hours",
  "12 hours",
] as const;
