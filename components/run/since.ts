/** How far back a list may look, as its address says it. */
export const SINCE = ["1h", "24h", "7d", "30d"] as const;

export const SINCE_CHOICES: Readonly<Record<(typeof SINCE)[number], { label: string; hours: number }>> = {
  "1h": { label: "Last hour", hours: 1 },
  "24h": { label: "Last 24 hours", hours: 24 },
  "7d": { label: "Last 7 days", hours: 24 * 7 },
  "30d": { label: "Last 30 days", hours: 24 * 30 },
};
