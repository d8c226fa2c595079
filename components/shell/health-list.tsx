import Link from "next/link";
import { AppIcon } from "~/components/ui/app-icon";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { StatusBadge } from "~/components/ui/status-badge";
import type { ConnectionView } from "~/server/services/connection/schemas";

/** Connections and whether their keys work, in short. */
export function HealthList({ connections, workspace }: { connections: ConnectionView[]; workspace: string }) {
  const base = `/w/${workspace}/connections`;
  return (
    <Panel>
      <PanelHeader title="Connections" actions={<MoreLink href={base}>All connections</MoreLink>} />
      {connections.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">Nothing is connected yet.</p>
      ) : (
        <ul className="divide-y">
          {connections.slice(0, 6).map((connection) => (
            <li key={connection.id}>
              <Link
                href={`${base}/${connection.id}`}
                className="flex items-center gap-2.5 px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <AppIcon app={connection.app} size={22} />
                <span className="min-w-0 flex-1 truncate font-medium">{connection.name}</span>
                <StatusBadge status={connection.status} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
