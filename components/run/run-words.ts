import { formatUtc } from "~/components/ui/format-time";
import type { RunSummary, StepRunView } from "~/server/services/run/schemas";

/** What kind of run it was, in a word; live runs need none. */
export function modeLabel(run: Pick<RunSummary, "mode" | "dryRun">): string | null {
  if (run.mode === "test") return run.dryRun ? "Test, dry run" : "Test";
  return run.mode === "shadow" ? "Shadow" : null;
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
