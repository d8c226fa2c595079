/** How long what is kept beside the workspace's own time, in days. */
export const KEPT = {
  /** A failure that nobody has looked at. */
  failure: 90,
  /** That an event was here: Stripe's list goes 30 days back, and a forgotten one would run again. */
  event: 35,
  /** Finished bulk work, and what sandbox accounts have sent. */
  finished: 90,
} as const;
