/** How closely a limit is held to. */
export const PACE = {
  /** The part of a limit that is aimed at: calls arrive a little less evenly than they leave. */
  aim: 0.95,
  /** A turn that is this much over is given up for another one. */
  lateMs: 50,
  mostLost: 2,
} as const;

/** How long a caller waits in place for its turn, and whether it takes a place in the line when that is not enough. */
export interface Patience {
  name: string;
  aheadMs: number;
  /** But for no more than so many turns: who waits in place has a place of the workspace's, and others need some. */
  most: number;
  inLine: boolean;
}

export const PATIENCE = {
  /** A run that comes for the first time. */
  run: { name: "run", aheadMs: 250, most: 4, inLine: true },
  /** A run whose time in the line has come, or that has begun its step. */
  called: { name: "called", aheadMs: 1_000, most: 8, inLine: false },
  /** A test that somebody watches. */
  watched: { name: "watched", aheadMs: 5_000, most: 1_000, inLine: false },
  /** Polls, pickers, checks. */
  background: { name: "background", aheadMs: 4_000, most: 1_000, inLine: false },
} as const satisfies Record<string, Patience>;
