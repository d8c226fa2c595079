const DAY_MS = 86_400_000;

/** "14:00", or with the day where a chart covers more than one: "Nov 27, 14:00", "Nov 27". UTC. */
export function chartTime(iso: string, stepMs: number, spanMs: number): string {
  const date = new Date(iso);
  const day = date.toLocaleDateString("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
  if (stepMs >= DAY_MS) return day;
  const clock = date.toISOString().slice(11, stepMs < 60_000 ? 19 : 16);
  return spanMs > DAY_MS ? `${day}, ${clock}` : clock;
}

/** A part of a chart's time: "14:00 to 14:30". */
export function chartSpan(from: string, until: string, spanMs: number): string {
  const stepMs = Date.parse(until) - Date.parse(from);
  const start = chartTime(from, stepMs, spanMs);
  return stepMs === DAY_MS ? start : `${start} to ${chartTime(until, stepMs, spanMs)}`;
}
