import type { Metadata } from "next";
import { FailureFilterBar } from "~/components/failure/failure-filter-bar";
import { type FailureFilters, parseFailureFilters, toListInput } from "~/components/failure/failure-filters";
import { FailureInbox } from "~/components/failure/failure-inbox";
import { NoFailures } from "~/components/failure/no-failures";
import { LiveOperations } from "~/components/operation/live-operations";
import { RefreshWhile } from "~/components/run/refresh-while";
import { Panel, PanelHeader } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { MoreLink } from "~/components/ui/more-link";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination, withParams } from "~/components/ui/pagination";
import { TabLinks } from "~/components/ui/tab-links";
import { caller } from "~/server/api/caller";
import { teamOf } from "~/server/api/team";
import type { FailureCounts } from "~/server/services/failure/schemas";

export const metadata: Metadata = { title: "Inbox" };

interface InboxPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { workspace } = await params;
  const filters = parseFailureFilters(await searchParams);
  const api = await caller(workspace);
  const [page, counts, recipes, running, paused, { members, canAct }] = await Promise.all([
    api.failure.list({ workspace, ...toListInput(filters) }),
    api.failure.count({ workspace }),
    api.recipe.list({ workspace }),
    api.operation.list({ workspace, status: "running", limit: 5 }),
    api.operation.list({ workspace, status: "paused", limit: 5 }),
    teamOf(api, workspace),
  ]);
  const base = `/w/${workspace}`;
  const path = `${base}/inbox`;
  const operations = [...running.data, ...paused.data];
  return (
    <>
      <PageHeader
        title="Inbox"
        description="What could not be completed, grouped by its cause."
        actions={<LinkButton href={`${base}/operations`}>Operations</LinkButton>}
      />
      <div className="flex flex-col gap-5">
        {operations.length > 0 ? (
          <Panel>
            <PanelHeader
              title="Under way"
              actions={<MoreLink href={`${base}/operations`}>All operations</MoreLink>}
            />
            <LiveOperations workspace={workspace} initial={operations} canAct={canAct} />
          </Panel>
        ) : null}
        <div>
          <TabLinks label="Which failures" items={tabs(path, filters, counts)} />
          <Panel className="mt-3">
            <FailureFilterBar
              path={path}
              filters={filters}
              recipes={recipes.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {page.data.length > 0 ? (
              <FailureInbox workspace={workspace} groups={page.data} members={members} canAct={canAct} />
            ) : (
              <NoFailures path={path} filters={filters} />
            )}
            <Pagination path={path} params={filters} nextCursor={page.nextCursor} />
          </Panel>
        </div>
      </div>
      <RefreshWhile active intervalMs={5000} />
    </>
  );
}

function tabs(path: string, filters: FailureFilters, { open, mine, snoozed }: FailureCounts) {
  const tab = (view: FailureFilters["view"], label: string, count?: number) => ({
    href: withParams(path, filters, { view, cursor: undefined }),
    label: count ? `${label} ${count}` : label,
    current: filters.view === view,
  });
  return [
    tab(undefined, "Open", open),
    tab("mine", "Mine", mine),
    tab("snoozed", "Snoozed", snoozed),
    tab("all", "All"),
  ];
}
