import { STEP_KINDS } from "~/components/recipe/step-kinds";
import type { RunView, StepRunView } from "~/server/services/run/schemas";
import { LoopItems } from "./loop-items";
import { type RunNode, runTree } from "./run-tree";
import { enteredText } from "./run-words";
import { StepCard } from "./step-card";

/** Action id → title, for people. */
export type ActionTitles = Record<string, string>;

/** The steps of a run in order, those inside others below them; what went wrong is open. */
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
    <RunNodes
      label="Steps"
      nodes={runTree(run.steps)}
      titles={titles}
      openAll={openAll}
      runStartedAt={run.startedAt}
    />
  );
}

interface RunNodesProps {
  label: string;
  nodes: readonly RunNode[];
  titles: ActionTitles;
  openAll: boolean;
  runStartedAt: string | null;
}

function RunNodes({ label, nodes, ...rest }: RunNodesProps) {
  const { titles, openAll, runStartedAt } = rest;
  const draw = (name: string, inner: readonly RunNode[]) => <RunNodes label={name} nodes={inner} {...rest} />;
  return (
    <ol aria-label={label} className="flex min-w-0 flex-col gap-2">
      {nodes.map(({ step, name, lists, items }) => (
        <li key={step.path} className="flex min-w-0 flex-col gap-2">
          <StepCard
            step={step}
            name={name}
            title={titleOf(step, titles)}
            open={(openAll && step.action !== undefined) || isTrouble(step)}
            runStartedAt={runStartedAt}
          />
          {lists.map((list) => (
            <div key={list.name} className="ml-1.5 border-l-2 pl-2.5 sm:ml-3.5 sm:pl-4">
              <p className="mb-1.5 text-xs text-muted">{enteredText(list.name)}</p>
              {draw(enteredText(list.name), list.nodes)}
            </div>
          ))}
          {items.length > 0 ? <LoopItems items={items} renderNodes={draw} /> : null}
        </li>
      ))}
    </ol>
  );
}

function titleOf({ kind, action }: StepRunView, titles: ActionTitles): string {
  if (action) return titles[action] ?? action;
  if (kind === "refetch") return "Read the event's object again";
  return (STEP_KINDS as Record<string, string>)[kind] ?? kind;
}

function isTrouble(step: StepRunView): boolean {
  return step.status === "failed" || step.status === "outcome_unknown" || step.status === "waiting";
}

function nothingYet(run: RunView): string {
  return run.finishedAt ? "This run ended before its first step." : "No step has started yet.";
}
