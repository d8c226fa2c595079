import Link from "next/link";
import { LimitGauge } from "~/components/connection/limit-gauge";
import { AppIcon } from "~/components/ui/app-icon";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { StatusBadge } from "~/components/ui/status-badge";
import type { LimitsView } from "~/server/services/connection/limits-schemas";
import type { ConnectionView } from "~/server/services/connection/schemas";

export interface ConnectionHealth {
  connection: ConnectionView;
  limits: LimitsView | null;
}

/** Connections: whether their keys work, and those of their limits that are in use just now. */
export function HealthList({
  health,
  workspace,
}: {
  health: readonly ConnectionHealth[];
  workspace: string;
}) {
  const base = `/w/${workspace}/connections`;
  return (
    <Panel>
      <PanelHeader title="Connections" actions={<MoreLink href={base}>All connections</MoreLink>} />
      {health.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">
          Nothing is connected yet. <MoreLink href={`${base}/new`}>Connect an account</MoreLink>
        </p>
      ) : (
        <ul className="divide-y">
          {health.map(({ connection, limits }) => (
            <li key={connection.id}>
              <Link
                href={`${base}/${connection.id}`}
                className="flex items-center gap-2.5 px-4 py-2 text-sm hover:bg-hover/60 focus-visible:-outline-offset-2"
              >
                <AppIcon app={connection.app} size={22} />
                <span className="min-w-0 flex-1 truncate font-medium">{connection.name}</span>
                <StatusBadge status={connection.status} />
              </Link>
              <Trouble limits={limits} />
              <ul className="empty:hidden">
                {busyOf(limits).map((bucket) => (
                  <li key={bucket.name} className="px-4 pb-2.5">
                    <LimitGauge bucket={bucket} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Trouble({ limits }: { limits: LimitsView | null }) {
  if (!limits?.held && !limits?.resting) return null;
  const runs = limits.held?.runs ?? limits.resting?.runs ?? 0;
  const why = limits.held ? "Its keys are refused." : (limits.resting?.why ?? "It does not answer.");
  return (
    <p className="px-4 pb-2 text-xs text-danger">
      {why} {runs === 1 ? "1 run waits for it." : `${runs.toLocaleString("en")} runs wait for it.`}
    </p>
  );
}

function busyOf(limits: LimitsView | null): LimitsView["buckets"] {
  return (limits?.buckets ?? []).filter(
    ({ rate, waiting, blockedUntil }) => rate > 0 || waiting > 0 || blockedUntil !== null,
  );
}
