import type { Metadata } from "next";
import { RefreshWhile } from "~/components/run/refresh-while";
import { RunTable } from "~/components/run/run-table";
import { checklist } from "~/components/shell/checklist";
import { ChecklistPanel } from "~/components/shell/checklist-panel";
import { FailureList } from "~/components/shell/failure-list";
import { HealthList } from "~/components/shell/health-list";
import { NothingRan } from "~/components/shell/nothing-ran";
import { type Stat, StatStrip } from "~/components/shell/stat-strip";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import type { ConnectionView } from "~/server/services/connection/schemas";
import type { RecipeSummary } from "~/server/services/recipe/schemas";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [recipes, connections, recent, failures] = await Promise.all([
    api.recipe.list({ workspace }),
    api.connection.list({ workspace }),
    api.run.list({ workspace, limit: 8 }),
    api.run.list({ workspace, status: "failed", limit: 4 }),
  ]);
  const items = checklist({ workspace, connections, recipes });
  const base = `/w/${workspace}`;
  return (
    <>
      <PageHeader title="Overview" />
      <div className="flex flex-col gap-5">
        {items.every(({ done }) => done) ? null : <ChecklistPanel items={items} />}
        <StatStrip stats={stats(base, recipes, connections)} />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <Panel>
            <PanelHeader title="Recent runs" actions={<MoreLink href={`${base}/runs`}>All runs</MoreLink>} />
            {recent.data.length > 0 ? (
              <RunTable runs={recent.data} workspace={workspace} />
            ) : (
              <NothingRan base={base} connections={connections} recipes={recipes} />
            )}
          </Panel>
          <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-1">
            <FailureList runs={failures.data} workspace={workspace} />
            <HealthList connections={connections} workspace={workspace} />
          </div>
        </div>
      </div>
      <RefreshWhile active={items.every(({ done }) => done)} intervalMs={5000} />
    </>
  );
}

function stats(base: string, recipes: RecipeSummary[], connections: ConnectionView[]): Stat[] {
  const total = recipes.reduce((sum, { runs24h }) => sum + runs24h.total, 0);
  const failed = recipes.reduce((sum, { runs24h }) => sum + runs24h.failed, 0);
  const live = recipes.filter(({ status }) => status === "live").length;
  const healthy = connections.filter(({ status }) => status === "connected").length;
  return [
    { label: "Runs in 24 h", value: total.toLocaleString("en"), href: `${base}/runs?since=24h` },
    {
      label: "Failed in 24 h",
      value: failed.toLocaleString("en"),
      href: `${base}/runs?status=failed`,
      bad: failed > 0,
    },
    { label: "Live recipes", value: `${live} of ${recipes.length}`, href: `${base}/recipes` },
    {
      label: "Healthy connections",
      value: `${healthy} of ${connections.length}`,
      href: `${base}/connections`,
      bad: healthy < connections.length,
    },
  ];
}
