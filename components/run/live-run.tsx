"use client";

import { useState } from "react";
import { StatusBadge } from "~/components/ui/status-badge";
import { trpc } from "~/server/api/client";
import type { RunView } from "~/server/services/run/schemas";
import { ErrorView } from "./error-view";
import { RunFacts } from "./run-facts";
import { type ActionTitles, RunTimeline } from "./run-timeline";
import { isUnfinished, meaningOf } from "./run-words";
import { usePoll } from "./use-poll";

interface LiveRunProps {
  initial: RunView;
  workspace: string;
  titles: ActionTitles;
}

/** A run that keeps itself current until it has ended. */
export function LiveRun({ initial, workspace, titles }: LiveRunProps) {
  const [run, setRun] = useState(initial);
  const { id } = run;
  const refresh = async () => setRun(await trpc.run.get.query({ workspace, id }));
  usePoll(refresh, isUnfinished(run.status), 1000);
  const isExplained = run.steps.some((step) => step.error);
  return (
    <div className="flex flex-col gap-5">
      <p role="status" className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <StatusBadge status={run.status} />
        {meaningOf(run)}
      </p>
      {run.error && !isExplained ? <ErrorView error={run.error} /> : null}
      <RunFacts run={run} workspace={workspace} />
      <section aria-labelledby="timeline" className="min-w-0">
        <h2 id="timeline" className="mb-2 text-sm font-semibold">
          What happened
        </h2>
        <RunTimeline run={run} titles={titles} openAll={run.steps.length === 1} />
      </section>
    </div>
  );
}
