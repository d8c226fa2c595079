"use client";

import { PencilLine, RotateCw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { RerunDialog } from "~/components/run/rerun-dialog";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { TimeAgo } from "~/components/ui/time";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { RunSummary, RunView } from "~/server/services/run/schemas";

interface FailureRunsProps {
  workspace: string;
  runs: RunSummary[];
  canAct: boolean;
}

/** The open runs of a cause, newest first; each can be run again by itself. */
export function FailureRuns({ workspace, runs, canAct }: FailureRunsProps) {
  return (
    <ul className="divide-y">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex items-baseline gap-2 text-sm">
              <Link
                href={`/w/${workspace}/runs/${run.id}`}
                className="truncate font-mono text-xs font-medium text-ink hover:text-accent-ink hover:underline"
              >
                {run.event.type}
              </Link>
              <TimeAgo iso={run.finishedAt ?? run.createdAt} className="shrink-0 text-xs text-faint" />
            </p>
            <p className="truncate font-mono text-2xs text-faint">{run.event.externalId}</p>
          </div>
          {canAct ? <RunActions workspace={workspace} run={run} /> : null}
        </li>
      ))}
    </ul>
  );
}

function RunActions({ workspace, run: { id, status } }: { workspace: string; run: RunSummary }) {
  const [edited, setEdited] = useState<RunView | null>(null);
  const rerun = useAction(trpc.run.rerun.mutate, { success: "It runs again" });
  const open = useAction(trpc.run.get.query, { refresh: false, onSuccess: setEdited });
  if (status === "outcome_unknown")
    return (
      <LinkButton size="sm" href={`/w/${workspace}/runs/${id}`}>
        Check and decide
      </LinkButton>
    );
  return (
    <span className="flex items-center gap-2">
      <Button size="sm" variant="ghost" pending={open.pending} onClick={() => open.run({ workspace, id })}>
        {open.pending ? null : <PencilLine aria-hidden />}
        Edit and retry
      </Button>
      <Button size="sm" pending={rerun.pending} onClick={() => rerun.run({ workspace, id })}>
        {rerun.pending ? null : <RotateCw aria-hidden />}
        Retry
      </Button>
      {edited ? (
        <RerunDialog run={edited} workspace={workspace} from="failed" onClose={() => setEdited(null)} />
      ) : null}
    </span>
  );
}
