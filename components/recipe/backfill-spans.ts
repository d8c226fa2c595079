const HOUR_MS = 3_600_000;

export interface Span {
  id: string;
  label: string;
}

const READY: readonly (Span & { hours: number })[] = [
  { id: "day", label: "The last 24 hours", hours: 24 },
  { id: "week", label: "The last 7 days", hours: 7 * 24 },
  { id: "month", label: "The last 30 days (as far as Stripe goes back)", hours: 30 * 24 },
];
export const STOPPED = "stopped";
export const OWN = "own";

/** Whether what happened since the recipe was paused can still be found at Stripe. */
export function canGoBackTo(stoppedAt: string | null, now: number): stoppedAt is string {
  return stoppedAt !== null && Date.parse(stoppedAt) > now - 30 * 24 * HOUR_MS;
}

/** The times that can be chosen, the likeliest first. */
export function spansFor(stoppedAt: string | null, now: number): Span[] {
  const since: Span[] = canGoBackTo(stoppedAt, now) ? [{ id: STOPPED, label: "Since it was paused" }] : [];
  return [...since, ...READY, { id: OWN, label: "Other times…" }];
}

/** What the contract takes for a choice; null while the person's own times are not complete. */
export function timesOf(
  id: string,
  { stoppedAt, own, now }: { stoppedAt: string | null; own: { since: string; until: string }; now: number },
): { since: string; until?: string } | null {
  if (id === STOPPED) return stoppedAt ? { since: stoppedAt } : null;
  const ready = READY.find((span) => span.id === id);
  if (ready) return { since: new Date(now - ready.hours * HOUR_MS).toISOString() };
  const [since, until] = [isoOf(own.since), isoOf(own.until)];
  return since ? { since, ...(until ? { until } : {}) } : null;
}

/** A `datetime-local` input's text is in the browser's own time zone. */
function isoOf(text: string): string | null {
  const at = new Date(text);
  return text === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
