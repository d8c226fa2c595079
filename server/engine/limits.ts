/** What both engines hold to, declared once. Delays in seconds. */
export const POLICY = {
  /** Waits after a transient failure, in order; after the last the step has failed. */
  retryDelays: [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600],
  /** The wait after a 429 that names none. */
  rateLimitDelay: 2,
  /** How far jitter may stretch a wait: 0.2 is up to a fifth longer. */
  jitter: 0.2,
  /** Runs of one workspace that Inngest executes at once. */
  workspaceConcurrency: 10,
  /** Runs that Inngest starts a second for one workspace. */
  workspaceRunsPerSecond: 50,
} as const;
