import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
import { StatusBadge } from "~/components/ui/status-badge";
import type { EventView } from "~/server/services/event/schemas";

/** The runs that an event started. */
export function EventRuns({ runs, workspace }: { runs: EventView["runs"]; workspace: string }) {
  return (
    <Panel>
      <PanelHeader title="Runs" />
      {runs.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">This event started no run.</p>
      ) : (
        <ul className="divide-y">
          {runs.map((run) => (
            <li key={run.id}>
              <Link
                href={`/w/${workspace}/runs/${run.id}`}
                className="flex items-center justify-between gap-3 px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <span className="truncate font-medium">{run.recipeName}</span>
                <StatusBadge status={run.status} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
