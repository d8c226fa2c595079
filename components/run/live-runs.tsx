"use client";

import { ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { useRowKeys } from "~/components/ui/use-row-keys";
import { trpc } from "~/server/api/client";
import type { RunFilter, RunSummary } from "~/server/services/run/schemas";
import { RunTable } from "./run-table";
import { isUnfinished } from "./status-words";
import { usePoll } from "./use-poll";

interface LiveRunsProps {
  runs: RunSummary[];
  workspace: string;
  filter: RunFilter;
  /** False for an older page, which gets no new runs. */
  isFirst: boolean;
  /** What stands here while there is no run. */
  children: ReactNode;
}

const EVERY_MS = 2000;
/** So near to its top the list is being watched rather than read. */
const TOP_PX = 120;

/**
 * A list of runs that keeps itself current. Rows change where they stand; new ones come in by themselves only while nobody
 * would lose their place: otherwise a button says how many there are.
 */
export function LiveRuns({ runs, workspace, filter, isFirst, children }: LiveRunsProps) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(runs);
  const [changed, setChanged] = useState<ReadonlyMap<string, RunSummary>>(new Map());
  const [fresh, setFresh] = useState(0);
  if (shown !== runs) {
    setShown(runs);
    setChanged(new Map());
    setFresh(0);
  }
  useRowKeys(list);
  const rows = runs.map((run) => changed.get(run.id) ?? run);
  const open = rows.filter(({ status }) => isUnfinished(status)).map(({ id }) => id);
  async function look() {
    const after = runs[0]?.id ?? null;
    const changes = await trpc.run.changes.mutate({ workspace, ...filter, after, ids: open });
    if (changes.runs.length > 0)
      setChanged((before) => new Map([...before, ...changes.runs.map((run) => [run.id, run] as const)]));
    if (!isFirst || changes.fresh === 0) return;
    if (isUnwatched(list.current)) router.refresh();
    else setFresh(changes.fresh);
  }
  usePoll(look, isFirst || open.length > 0, EVERY_MS);
  function show() {
    window.scrollTo({ top: 0 });
    router.refresh();
  }
  return (
    <div ref={list} className="relative">
      <div role="status" className="absolute inset-x-0 -top-3.5 z-10 flex justify-center empty:hidden">
        {fresh > 0 ? (
          <Button size="sm" variant="primary" className="rounded-full shadow-float" onClick={show}>
            <ArrowUp aria-hidden />
            {fresh === 1 ? "1 new run" : `${fresh >= 100 ? "More than 99" : fresh} new runs`}
          </Button>
        ) : null}
      </div>
      {rows.length > 0 ? <RunTable runs={rows} workspace={workspace} /> : children}
    </div>
  );
}

/** True while nobody points at the list, is in it with the keyboard, or has scrolled down. */
function isUnwatched(list: HTMLElement | null): boolean {
  if (!list) return true;
  return window.scrollY < TOP_PX && !list.matches(":hover") && !list.contains(document.activeElement);
}
