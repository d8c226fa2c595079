import type { RunSummary, StepRunView } from "~/server/services/run/schemas";

export type RunStatus = RunSummary["status"];
export type StepStatus = StepRunView["status"];
export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

interface StatusWords {
  label: string;
  tone: Tone;
  /** What it means, for somebody who has never seen it. */
  meaning: string;
}

export const RUN_STATUS_WORDS: Record<RunStatus, StatusWords> = {
  queued: { label: "Queued", tone: "info", meaning: "It starts as soon as the worker is free." },
  running: { label: "Running", tone: "info", meaning: "Its steps are being run right now." },
  waiting: {
    label: "Waiting",
    tone: "warning",
    meaning: "A step did not get through and will be tried again.",
  },
  succeeded: { label: "Succeeded", tone: "success", meaning: "Every step did what it should." },
  filtered: { label: "Filtered", tone: "neutral", meaning: "A filter stopped it, as the recipe says." },
  failed: { label: "Failed", tone: "danger", meaning: "A step could not be completed." },
  outcome_unknown: {
    label: "Outcome unknown",
    tone: "warning",
    meaning:
      "A message may or may not have been sent. It is not sent again by itself, so that nobody gets it twice.",
  },
  canceled: { label: "Canceled", tone: "neutral", meaning: "Somebody stopped it." },
  held: { label: "Held", tone: "warning", meaning: "It waits until somebody lets it go on." },
};

export const RUN_MODE_WORDS: Record<RunSummary["mode"], string> = {
  live: "Live",
  shadow: "Shadow: requests are recorded, not sent",
  test: "Test",
};

/** True while a run may still change by itself. */
export function isUnfinished(status: RunStatus): boolean {
  return status === "queued" || status === "running" || status === "waiting";
}

/** A length of time in the unit a person would use: `240 ms`, `3.2 s`, `4 min 10 s`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min ${Math.floor((ms % 60_000) / 1000)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** From start to end in milliseconds; null while either is missing. */
export function durationOf(run: { startedAt: string | null; finishedAt: string | null }): number | null {
  if (!run.startedAt || !run.finishedAt) return null;
  return Date.parse(run.finishedAt) - Date.parse(run.startedAt);
}

/** How deep a step stands: `vip.big.mail` is inside one path, so 1. */
export function stepDepth(path: string): number {
  return Math.floor((path.split(".").length - 1) / 2);
}
