import { formatSpan } from "~/components/ui/format-time";
import type { QueueView } from "~/server/services/queue/schemas";

/** Why a run waits for its time, or is held, in a few words; other reasons as they are. */
const REASON: Readonly<Record<string, string>> = {
  retry: "To be tried again",
  delay: "In a wait step",
  restart: "The worker is starting again",
  connection: "The keys of a connection are refused",
  workspace: "The workspace is paused",
};

export function reasonText(reason: string): string {
  if (reason.startsWith("bucket:")) return `The limit ${reason.slice("bucket:".length)}`;
  return REASON[reason] ?? reason;
}

/** When the line will be gone, in words. */
export function drainText({ line, drain, pausedAt, workers }: QueueView): string {
  if (line.total === 0) return "No run is in line.";
  if (pausedAt) return "Nothing moves while the workspace is paused.";
  if (workers.alive === 0) return "Nothing moves: no worker is running.";
  if (drain.seconds === null)
    return "No run has ended in the last five minutes, so nobody can say how long it takes.";
  return `At the pace of the last five minutes it is gone in about ${formatSpan(drain.seconds)}.`;
}
