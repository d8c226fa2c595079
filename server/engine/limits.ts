const HOUR = 3_600;

/** Whose turn comes first within a workspace: what somebody waits for, then events, then bulk work. */
export const PRIORITY = { awaited: -10, usual: 0, bulk: 10 } as const;

/** What both engines hold to, declared once. Delays in seconds. */
export const POLICY = {
  /** Waits after a transient failure, in order; after the last the step has failed. */
  retryDelays: [5, 30, 120, 600, 1_800, HOUR, 3 * HOUR, 6 * HOUR],
  /** The first wait after a 429 that names none; it doubles up to the longest. */
  rateLimitDelay: 2,
  rateLimitLongest: 60,
  /** A step that was only ever told to wait has failed after this long; no vendor's `Retry-After` goes beyond it. */
  patience: 24 * HOUR,
  /** How far jitter may stretch a wait: 0.2 is up to a fifth longer. */
  jitter: 0.2,
  /** Attempts that a step's log keeps; the oldest that only met a rate limit go first. */
  attemptsKept: 50,
  /** How often the embedded engine starts a run that our own fault, and no vendor, breaks. */
  engineAttempts: 8,
  /** The largest input of one step, in characters of JSON. */
  largestInput: 1_000_000,
  /** Items that all loops of one run come to, those of a loop inside a loop counted each time. */
  mostItems: 20_000,
  /** What the journal of one run may hold before its loops begin no further item, in characters of JSON. */
  largestJournal: 64_000_000,
  /** Runs of one workspace that are with the engine at once; fewer than a worker has slots, so that some are left for others. */
  workspaceConcurrency: 16,
  /** Runs of one workspace that may stand in line; events beyond are turned away, to be sent again. */
  longestLine: 200_000,
  /** Queries of one process that may wait for a database connection before events are turned away. */
  mostQueriesWaiting: 500,
  /** Runs that Inngest starts a second for one workspace. */
  workspaceRunsPerSecond: 50,
} as const;
