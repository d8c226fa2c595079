import type { Span } from "./schemas";

const HOUR_MS = 3_600_000;

/** How long a span is, and in how many parts its charts show it. */
export const SPAN_PARTS: Readonly<Record<Span, { ms: number; bins: number }>> = {
  "24h": { ms: 24 * HOUR_MS, bins: 24 },
  "7d": { ms: 7 * 24 * HOUR_MS, bins: 28 },
  "30d": { ms: 30 * 24 * HOUR_MS, bins: 30 },
};

/** A time that is looked at, and the one before it that it is compared with. */
export interface Times {
  before: Date;
  since: Date;
  until: Date;
  bins: number;
}

/** The span that ends now. It ends on the full minute, so that reading it again says the same. */
export function timesOf(span: Span, now: number): Times {
  const { ms, bins } = SPAN_PARTS[span];
  const until = Math.ceil(now / 60_000) * 60_000;
  return { before: new Date(until - 2 * ms), since: new Date(until - ms), until: new Date(until), bins };
}
