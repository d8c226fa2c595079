const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "narrow" });

/** "12m ago", "in 5m"; beyond 30 days the date. Both times in milliseconds since 1970. */
export function formatAgo(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  if (Math.abs(seconds) < 5) return "just now";
  if (Math.abs(seconds) > 30 * 86_400) return new Date(at).toISOString().slice(0, 10);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
  return relative.format(Math.trunc(seconds / size), unit);
}

/** "2026-11-24 02:05:31 UTC" */
export function formatUtc(iso: string): string {
  return `${new Date(iso).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** "84 ms", "1.2 s", "3 min 5 s" */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** 45 → "45 seconds", 600 → "10 minutes", 7200 → "2 hours": the largest unit that fits. */
export function formatSpan(seconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? (["second", 1] as const);
  const count = Math.max(1, Math.round(seconds / size));
  return `${count.toLocaleString("en")} ${unit}${count === 1 ? "" : "s"}`;
}
