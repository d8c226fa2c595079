import type { HistogramCount } from "~/server/services/run/histogram";

export interface RunBin {
  from: string;
  until: string;
  succeeded: number;
  failed: number;
  /** Filtered out or canceled. */
  left: number;
  unfinished: number;
}

type Kind = Exclude<keyof RunBin, "from" | "until">;

const KIND: Readonly<Record<HistogramCount["status"], Kind>> = {
  succeeded: "succeeded",
  failed: "failed",
  outcome_unknown: "failed",
  filtered: "left",
  canceled: "left",
  queued: "unfinished",
  running: "unfinished",
  waiting: "unfinished",
  held: "unfinished",
};

/** The parts of a time with what was counted in each, those without a run too. */
export function runBins(
  counts: readonly HistogramCount[],
  { since, until }: { since: string; until: string },
  bins: number,
): RunBin[] {
  const start = Date.parse(since);
  const step = (Date.parse(until) - start) / bins;
  const at = (index: number) => new Date(start + index * step).toISOString();
  const made = Array.from({ length: bins }, (_, index) => ({
    from: at(index),
    until: at(index + 1),
    succeeded: 0,
    failed: 0,
    left: 0,
    unfinished: 0,
  }));
  for (const { bin, status, count } of counts) {
    const part = made[bin];
    if (part) part[KIND[status]] += count;
  }
  return made;
}

/** "12 runs: 9 succeeded, 3 failed" */
export function binText({ succeeded, failed, left, unfinished }: Omit<RunBin, "from" | "until">): string {
  const total = succeeded + failed + left + unfinished;
  if (total === 0) return "no run";
  const parts = [
    succeeded ? `${succeeded.toLocaleString("en")} succeeded` : "",
    failed ? `${failed.toLocaleString("en")} failed` : "",
    left ? `${left.toLocaleString("en")} filtered out or canceled` : "",
    unfinished ? `${unfinished.toLocaleString("en")} not ended` : "",
  ].filter(Boolean);
  return `${total === 1 ? "1 run" : `${total.toLocaleString("en")} runs`}: ${parts.join(", ")}`;
}
