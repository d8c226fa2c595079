import type { RunView, StepRunView } from "~/server/services/run/schemas";
import { StepCard } from "./step-card";

/** Action id → title, for people. */
export type ActionTitles = Record<string, string>;

const KIND_TITLES: Record<string, string> = {
  filter: "Filter",
  branch: "Branch",
  delay: "Wait",
  dedupe: "Only once",
  stop: "Stop",
};

/** The steps of a run in order, indented by path; what went wrong is open. */
export function RunTimeline({
  run,
  titles,
  openAll = false,
}: {
  run: RunView;
  titles: ActionTitles;
  openAll?: boolean;
}) {
  if (run.steps.length === 0) {
    return <p className="rounded-lg border border-dashed p-4 text-sm text-muted">{nothingYet(run)}</p>;
  }
  return (
    <ol aria-label="Steps" className="flex flex-col gap-2">
      {run.steps.map((step) => (
        <StepCard
          key={step.path}
          step={step}
          title={titleOf(step, titles)}
          open={(openAll && step.action !== undefined) || isTrouble(step)}
        />
      ))}
    </ol>
  );
}

function titleOf(step: StepRunView, titles: ActionTitles): string {
  if (step.action) return titles[step.action] ?? step.action;
  return KIND_TITLES[step.kind] ?? step.kind;
}

function isTrouble(step: StepRunView): boolean {
  return step.status === "failed" || step.status === "outcome_unknown" || step.status === "waiting";
}

function nothingYet(run: RunView): string {
  return run.finishedAt ? "This run ended before its first step." : "No step has started yet.";
}
