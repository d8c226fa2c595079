import { formatDuration } from "~/components/ui/format-time";
import type { Overview, Span } from "~/server/services/overview/schemas";
import { comparedText, pointsText, successRate } from "./compared";
import type { Stat } from "./stat-strip";

const BEFORE: Record<Span, string> = {
  "24h": "the 24 h before",
  "7d": "the 7 days before",
  "30d": "the 30 days before",
};

/** The numbers at the top of the overview, each beside the span before. */
export function overviewStats(base: string, span: Span, { now, before }: Overview): Stat[] {
  const runs = `${base}/runs?mode=live&since=${span}`;
  const rate = successRate(now);
  const than = (text: string | null) => text && beforeText(text, BEFORE[span]);
  const latency = (ms: number | null) => (ms === null ? "–" : formatDuration(ms));
  return [
    {
      label: "Runs",
      value: now.total.toLocaleString("en"),
      href: runs,
      note: than(comparedText(now.total, before.total)),
    },
    {
      label: "Success rate",
      value: rate === null ? "–" : `${rate} %`,
      href: `${runs}&status=failed`,
      note: than(pointsText(rate, successRate(before))),
      bad: rate !== null && rate < 95,
    },
    {
      label: "Event to end, median",
      value: latency(now.medianMs),
      href: `${runs}&status=succeeded`,
      note: before.medianMs === null ? null : `${latency(before.medianMs)} in ${BEFORE[span]}`,
    },
    {
      label: "Event to end, p95",
      value: latency(now.p95Ms),
      href: `${runs}&status=succeeded`,
      note: before.p95Ms === null ? null : `${latency(before.p95Ms)} in ${BEFORE[span]}`,
    },
  ];
}

function beforeText(text: string, before: string): string {
  if (text === "as before") return `as in ${before}`;
  return text === "none before" ? `none in ${before}` : `${text} on ${before}`;
}
