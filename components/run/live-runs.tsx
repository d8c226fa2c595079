"use client";

import { type ReactNode, useState } from "react";
import { trpc } from "~/server/api/client";
import type { RunFilter, RunSummary } from "~/server/services/run/schemas";
import { LiveList } from "./live-list";
import { RunTable } from "./run-table";
import { isUnfinished } from "./status-words";

interface LiveRunsProps {
  runs: RunSummary[];
  workspace: string;
  filter: RunFilter;
  /** False for an older page, which gets no new runs. */
  isFirst: boolean;
  /** True when older runs follow. */
  hasMore: boolean;
  /** What stands here while there is no run. */
  children: ReactNode;
}

/** A list of runs that keeps itself current; rows change where they stand. */
export function LiveRuns({ runs, workspace, filter, isFirst, hasMore, children }: LiveRunsProps) {
  const [shown, setShown] = useState(runs);
  const [changed, setChanged] = useState<ReadonlyMap<string, RunSummary>>(new Map());
  if (shown !== runs) {
    setShown(runs);
    setChanged(new Map());
  }
  const rows = runs.map((run) => changed.get(run.id) ?? run);
  const ids = runs.map(({ id }) => id);
  const oldest = hasMore ? (ids.at(-1) ?? null) : null;
  const open = rows.filter(({ status }) => isUnfinished(status)).map(({ id }) => id);
  async function look() {
    const changes = await trpc.run.changes.mutate({ workspace, ...filter, shown: ids, oldest, open });
    if (changes.runs.length > 0)
      setChanged((before) => new Map([...before, ...changes.runs.map((run) => [run.id, run] as const)]));
    return isFirst ? changes.fresh : 0;
  }
  return (
    <LiveList shown={ids} noun="run" active={isFirst || open.length > 0} look={look}>
      {rows.length > 0 ? <RunTable runs={rows} workspace={workspace} /> : children}
    </LiveList>
  );
}
