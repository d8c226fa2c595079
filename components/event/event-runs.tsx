import Link from "next/link";
import { durationOf } from "~/components/run/run-words";
import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";
import { formatDuration } from "~/components/ui/format-time";
import { MoreLink } from "~/components/ui/more-link";
import { StatusBadge } from "~/components/ui/status-badge";
import { TimeAgo } from "~/components/ui/time";
import type { EventView } from "~/server/services/event/schemas";

interface EventRunsProps {
  event: Pick<EventView, "id" | "runs">;
  workspace: string;
}

const MODES = { live: null, shadow: "Shadow", test: "Test" } as const;

/** The runs that an event started, tests with it among them. */
export function EventRuns({ event: { id, runs }, workspace }: EventRunsProps) {
  const base = `/w/${workspace}/runs`;
  return (
    <Panel>
      <PanelHeader
        title="Runs"
        actions={runs.length > 0 ? <MoreLink href={`${base}?event=${id}`}>As a list</MoreLink> : null}
      />
      {runs.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">
          This event started no run. Test a recipe with it to see what it would do.
        </p>
      ) : (
        <ul className="divide-y">
          {runs.map((run) => (
            <li key={run.id}>
              <Link
                href={`${base}/${run.id}`}
                className="flex items-center gap-3 px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 flex-1">
                  <span className="flex min-w-0 items-center gap-2">
                    <span className="truncate font-medium">{run.recipeName}</span>
                    {MODES[run.mode] ? <Badge>{MODES[run.mode]}</Badge> : null}
                  </span>
                  {run.error ? <span className="line-clamp-2 text-xs text-danger">{run.error}</span> : null}
                  <span className="block text-xs text-faint">
                    <TimeAgo iso={run.createdAt} />
                    {tookText(run)}
                  </span>
                </span>
                <StatusBadge status={run.status} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function tookText(run: EventView["runs"][number]): string {
  const duration = durationOf(run);
  return duration === null ? "" : ` · took ${formatDuration(duration)}`;
}
