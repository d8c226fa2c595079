import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { TimeAgo } from "~/components/ui/time";
import type { RunSummary } from "~/server/services/run/schemas";

/** The latest failed runs, each with its reason. */
export function FailureList({ runs, workspace }: { runs: RunSummary[]; workspace: string }) {
  return (
    <Panel>
      <PanelHeader
        title="Latest failures"
        actions={<MoreLink href={`/w/${workspace}/inbox`}>Inbox</MoreLink>}
      />
      {runs.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-3 text-sm text-muted">
          <CircleCheck aria-hidden className="size-4 text-ok" />
          No run has failed.
        </p>
      ) : (
        <ul className="divide-y">
          {runs.map((run) => (
            <li key={run.id}>
              <Link
                href={`/w/${workspace}/runs/${run.id}`}
                className="block px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <span className="flex items-baseline justify-between gap-3">
                  <span className="truncate font-medium">{run.recipeName}</span>
                  <TimeAgo iso={run.createdAt} className="shrink-0 text-xs text-faint" />
                </span>
                <span className="line-clamp-2 text-xs text-danger">{run.error?.message ?? "Failed"}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
