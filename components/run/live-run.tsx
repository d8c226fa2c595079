"use client";

import { useState } from "react";
import { StatusBadge } from "~/components/ui/status-badge";
import { trpc } from "~/server/api/client";
import type { RunView } from "~/server/services/run/schemas";
import { ErrorView } from "./error-view";
import { LineageList } from "./lineage-list";
import { OutcomeCard } from "./outcome-card";
import { hasFailure } from "./rerun-choices";
import { RerunDialog } from "./rerun-dialog";
import { RunActions } from "./run-actions";
import { RunActionsContext } from "./run-actions-context";
import { RunFacts } from "./run-facts";
import { type ActionTitles, RunTimeline } from "./run-timeline";
import { isUnfinished, meaningOf } from "./status-words";
import { usePoll } from "./use-poll";
import { WaitNote } from "./wait-note";

interface LiveRunProps {
  initial: RunView;
  workspace: string;
  titles: ActionTitles;
  /** False for somebody who may only look. */
  canEdit: boolean;
}

/** A run that keeps itself current until it has ended, and what can be done about it. */
export function LiveRun({ initial, workspace, titles, canEdit }: LiveRunProps) {
  const [run, setRun] = useState(initial);
  const [from, setFrom] = useState<string>();
  const { id } = run;
  const refresh = async () => setRun(await trpc.run.get.query({ workspace, id }));
  usePoll(refresh, isUnfinished(run.status), 1000);
  const isExplained = run.steps.some((step) => step.error);
  const isRerunnable = canEdit && run.mode === "live" && !isUnfinished(run.status);
  const isNewest = run.lineage.at(-1)?.id === id;
  const undecided =
    canEdit && isNewest && run.status === "outcome_unknown"
      ? run.steps.filter((step) => step.status === "outcome_unknown" && step.kind !== "loop")
      : [];
  const hrefOf = (other: string) => `/w/${workspace}/runs/${other}`;
  return (
    <RunActionsContext value={{ runAgainFrom: isRerunnable ? setFrom : null, hrefOf }}>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status" className="flex min-w-0 flex-wrap items-center gap-2 text-sm text-muted">
            <StatusBadge status={run.status} />
            {meaningOf(run)}
          </p>
          {canEdit ? (
            <RunActions
              run={run}
              workspace={workspace}
              onRunAgain={() => setFrom(hasFailure(run) ? "failed" : "start")}
              onDone={refresh}
            />
          ) : null}
        </div>
        {undecided.map((step) => (
          <OutcomeCard key={step.path} workspace={workspace} runId={id} step={step} onDone={refresh} />
        ))}
        {run.error && !isExplained ? (
          <ErrorView error={run.error} tone={run.status === "canceled" ? "warn" : "danger"} />
        ) : null}
        <RunFacts run={run} workspace={workspace} />
        <LineageList run={run} hrefOf={hrefOf} />
        <section aria-labelledby="timeline" className="min-w-0">
          <h2 id="timeline" className="mb-2 text-sm font-semibold">
            What happened
          </h2>
          <RunTimeline run={run} titles={titles} openAll={run.steps.length === 1} />
          <WaitNote run={run} />
        </section>
      </div>
      {from !== undefined ? (
        <RerunDialog run={run} workspace={workspace} from={from} onClose={() => setFrom(undefined)} />
      ) : null}
    </RunActionsContext>
  );
}
