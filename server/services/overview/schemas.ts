import { z } from "zod";

export const SPANS = ["24h", "7d", "30d"] as const;
export type Span = (typeof SPANS)[number];

export const OverviewInput = z.strictObject({ span: z.enum(SPANS) });

/** Live runs by how they stand; shadow and test runs are not counted. */
export interface RunTally {
  total: number;
  succeeded: number;
  /** Failed, or nobody knows. */
  failed: number;
  filtered: number;
  canceled: number;
  unfinished: number;
}

/** From an event's arrival to the end of its first run, waits included, of runs that succeeded; null without one. */
export interface Latency {
  medianMs: number | null;
  p95Ms: number | null;
}

/** A part of the span. */
export interface OverviewBin extends RunTally, Latency {
  from: string;
  until: string;
}

/** What the handled events were about, in one currency; `before` is the span before this one. */
export interface MoneySum {
  currency: string;
  amount: number;
  payments: number;
  before: number;
}

export interface TopFailure {
  key: string;
  recipeId: string;
  recipeName: string;
  message: string;
  count: number;
  lastAt: string;
  /** The newest of them. */
  runId: string;
  /** False when somebody has dealt with all of them. */
  isOpen: boolean;
}

export interface Overview {
  since: string;
  until: string;
  bins: OverviewBin[];
  now: RunTally & Latency;
  before: RunTally & Latency;
  money: MoneySum[];
  failures: TopFailure[];
}
