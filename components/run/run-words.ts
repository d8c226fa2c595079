import { formatUtc } from "~/components/ui/format-time";
import type { RunSummary, StepRunView } from "~/server/services/run/schemas";

export type RunStatus = RunSummary["status"];

/** What a status means, for somebody who has never seen it. */
const RUN_STATUS_MEANING: Record<RunStatus, string> = {
  queued: "It starts as soon as the worker is free.",
  running: "Its steps are being run right now.",
  waiting: "A step did not get through and will be tried again.",
  succeeded: "Every step did what it should.",
  filtered: "A filter stopped it, as the recipe says.",
  failed: "A step could not be completed.",
  outcome_unknown:
    "A message may or may not have been sent. It is not sent again by itself, so that nobody gets it twice.",
  canceled: "Somebody stopped it.",
  held: "It waits until somebody lets it go on.",
};

interface Told {
  status: RunStatus;
  waitingFor?: string | null;
  steps: readonly Pick<StepRunView, "kind" | "status">[];
}

/** What a run's status means, given what its steps did: it never claims more than they bear out. */
export function meaningOf({ status, waitingFor, steps }: Told): string {
  if (status === "held" && waitingFor === "workspace")
    return "The workspace is paused. It goes on when somebody resumes it.";
  if (status === "held" && waitingFor === "connection")
    return "The keys of a connection are refused. It goes on when the connection works again.";
  if (status === "succeeded" && steps.some((step) => step.status === "failed"))
    return "It came to its end. A step failed on the way, and the recipe says what to do then.";
  if (status === "waiting" && steps.some((step) => step.kind === "delay" && step.status === "waiting"))
    return "A wait step holds it until its time has come.";
  return RUN_STATUS_MEANING[status];
}

/** What kind of run it was, in a word; live runs need none. */
export function modeLabel(run: Pick<RunSummary, "mode" | "dryRun">): string | null {
  if (run.mode === "test") return run.dryRun ? "Test, dry run" : "Test";
  return run.mode === "shadow" ? "Shadow" : null;
}

/** True while a run may still change. */
export function isUnfinished(status: RunStatus): boolean {
  return status === "queued" || status === "running" || status === "waiting" || status === "held";
}

/** From start to end in milliseconds; null while either is missing. */
export function durationOf(run: { startedAt: string | null; finishedAt: string | null }): number | null {
  if (!run.startedAt || !run.finishedAt) return null;
  return Math.max(0, Date.parse(run.finishedAt) - Date.parse(run.startedAt));
}

/** What a filter or branch decided, in words; null for actions. */
export function decisionText({ kind, output }: Pick<StepRunView, "kind" | "output">): string | null {
  const waited = kind === "delay" ? (output as { until?: string; live?: string } | null) : null;
  if (waited?.live) return `A live run would wait until ${formatUtc(waited.live)}`;
  if (waited?.until) return `Waits until ${formatUtc(waited.until)}`;
  if (kind === "stop") return "The recipe ends the run here";
  const isDecision = typeof output === "object" && output !== null && "decision" in output;
  if (!isDecision) return null;
  const { decision } = output;
  if (kind === "dedupe")
    return decision === true ? "The first with this key" : "Another run had this key within the window";
  if (kind === "filter") return decision === true ? "The condition held" : "The condition did not hold";
  return typeof decision === "string" ? `Took the path “${decision}”` : "No path fitted: took “otherwise”";
}

/** What a step came to in a few words, beside its output; null where the output says it best. */
export function resultText({
  kind,
  input,
  output,
}: Pick<StepRunView, "kind" | "input" | "output">): string | null {
  const { match, count, status } = fieldsOf(output);
  if (kind === "http" && typeof status === "number") return `Answered ${status}`;
  if (kind === "lookup" && match === "none") return "None was found";
  if (kind === "lookup" && typeof count === "number")
    return count === 1 ? "One was found" : `${count} were found`;
  if (kind !== "loop") return null;
  const items = count ?? fieldsOf(input).count;
  return typeof items === "number" ? loopText(items, fieldsOf(output)) : null;
}

function loopText(count: number, { failed, filtered }: Record<string, unknown>): string {
  const notes = [
    failed ? `${formatCount(failed)} failed` : "",
    filtered ? `${formatCount(filtered)} filtered out` : "",
  ].filter(Boolean);
  const items = count === 1 ? "1 item" : `${formatCount(count)} items`;
  return [items, ...notes].join(" · ");
}

/** 1000 → "1,000" */
export function formatCount(count: unknown): string {
  return Number(count).toLocaleString("en-US");
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const LISTS: Readonly<Record<string, string>> = {
  found: "One was found, so:",
  none: "None was found, so:",
  many: "Several were found, so:",
  otherwise: "Otherwise",
  fallback: "It failed, so instead:",
};

/** What a list of steps is called that a run has entered; a branch's path has its own name. */
export function enteredText(list: string): string {
  return LISTS[list] ?? `Path “${list}”`;
}
