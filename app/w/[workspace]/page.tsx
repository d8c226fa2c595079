import type { Metadata } from "next";
import { LiveRuns } from "~/components/run/live-runs";
import { RefreshWhile } from "~/components/run/refresh-while";
import { checklist } from "~/components/shell/checklist";
import { ChecklistPanel } from "~/components/shell/checklist-panel";
import { FailureList } from "~/components/shell/failure-list";
import { HealthList } from "~/components/shell/health-list";
import { LatencyChart } from "~/components/shell/latency-chart";
import { MoneyPanel } from "~/components/shell/money-panel";
import { NothingRan } from "~/components/shell/nothing-ran";
import { overviewStats } from "~/components/shell/overview-stats";
import { RunChart } from "~/components/shell/run-chart";
import { StatStrip } from "~/components/shell/stat-strip";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { PageHeader } from "~/components/ui/page-header";
import { TabLinks } from "~/components/ui/tab-links";
import { caller } from "~/server/api/caller";
import { SPANS } from "~/server/services/overview/schemas";

export const metadata: Metadata = { title: "Overview" };

interface OverviewPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ span?: string | string[] }>;
}

const MOST_CONNECTIONS = 6;
const LABELS = { "24h": "24 hours", "7d": "7 days", "30d": "30 days" } as const;

export default async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const { workspace } = await params;
  const { span: asked } = await searchParams;
  const span = SPANS.find((known) => known === asked) ?? "24h";
  const api = await caller(workspace);
  const [recipes, connections, recent, overview] = await Promise.all([
    api.recipe.list({ workspace }),
    api.connection.list({ workspace }),
    api.run.list({ workspace, limit: 8 }),
    api.overview.get({ workspace, span }),
  ]);
  const health = await Promise.all(
    connections.slice(0, MOST_CONNECTIONS).map(async (connection) => ({
      connection,
      limits:
        connection.app === "http" ? null : await api.connection.limits({ workspace, id: connection.id }),
    })),
  );
  const items = checklist({ workspace, connections, recipes });
  const base = `/w/${workspace}`;
  const isQuiet = overview.now.total === 0 && overview.before.total === 0 && recent.data.length === 0;
  return (
    <>
      <PageHeader title="Overview" />
      <div className="flex flex-col gap-5">
        {items.every(({ done }) => done) ? null : <ChecklistPanel items={items} />}
        {isQuiet ? null : (
          <>
            <TabLinks
              label="Time"
              items={SPANS.map((one) => ({
                href: one === "24h" ? base : `${base}?span=${one}`,
                label: LABELS[one],
                current: one === span,
              }))}
            />
            <StatStrip stats={overviewStats(base, span, overview)} />
            <div className="grid gap-5 lg:grid-cols-2">
              <RunChart overview={overview} base={base} />
              <LatencyChart overview={overview} />
            </div>
          </>
        )}
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-5">
            <Panel>
              <PanelHeader
                title="Recent runs"
                actions={<MoreLink href={`${base}/runs`}>All runs</MoreLink>}
              />
              <LiveRuns
                runs={recent.data}
                workspace={workspace}
                filter={{}}
                isFirst
                hasMore={recent.nextCursor !== null}
              >
                <NothingRan base={base} connections={connections} recipes={recipes} />
              </LiveRuns>
            </Panel>
            {isQuiet ? null : <FailureList failures={overview.failures} workspace={workspace} />}
          </div>
          <div className="grid items-start gap-5 md:grid-cols-2 xl:grid-cols-1">
            {isQuiet ? null : <MoneyPanel sums={overview.money} />}
            <HealthList health={health} workspace={workspace} />
          </div>
        </div>
      </div>
      <RefreshWhile active={!isQuiet} intervalMs={30_000} />
    </>
  );
}
