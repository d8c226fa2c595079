import { Activity } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LiveRuns } from "~/components/run/live-runs";
import { runBins } from "~/components/run/run-bins";
import { RunFilterBar } from "~/components/run/run-filter-bar";
import { histogramRange, parseRunFilters, toFilter } from "~/components/run/run-filters";
import { RunHistogram } from "~/components/run/run-histogram";
import { ViewBar } from "~/components/run/view-bar";
import { viewQuery } from "~/components/run/view-query";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Runs" };

const BINS = 48;

interface RunsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { workspace } = await params;
  const given = await searchParams;
  const filters = parseRunFilters(given);
  const path = `/w/${workspace}/runs`;
  const api = await caller(workspace);
  const views = await api.savedView.list({ workspace });
  const first = views.find(({ isDefault }) => isDefault);
  if (first && Object.keys(given).length === 0)
    redirect(`${path}?${first.query}${first.query ? "&" : ""}view=${first.id}`);
  const now = Date.now();
  const filter = toFilter(filters, now);
  const { cursor } = filters;
  const range = histogramRange(filters, now);
  const [page, recipes, connections, counts] = await Promise.all([
    api.run.list({ workspace, ...filter, ...(cursor && { cursor }) }),
    api.recipe.list({ workspace }),
    api.connection.list({ workspace }),
    api.run.histogram({ workspace, ...filter, ...range, bins: BINS }),
  ]);
  const query = viewQuery(filters);
  return (
    <>
      <PageHeader
        title="Runs"
        description="Every time a recipe ran, newest first. The list keeps itself current."
      />
      <ViewBar workspace={workspace} path={path} views={views} query={query} opened={filters.view} />
      <Panel>
        <RunFilterBar
          path={path}
          filters={filters}
          recipes={recipes.map(({ id, name }) => ({ value: id, label: name }))}
          connections={connections
            .filter(({ app }) => app !== "http")
            .map(({ id, name }) => ({ value: id, label: name }))}
          types={[...new Set(recipes.flatMap(({ triggerEvents }) => triggerEvents))].sort()}
        />
        <RunHistogram bins={runBins(counts, range, BINS)} path={path} filters={filters} />
        <LiveRuns
          runs={page.data}
          workspace={workspace}
          filter={filter}
          isFirst={!cursor}
          hasMore={page.nextCursor !== null}
        >
          <NoRuns workspace={workspace} isFiltered={query !== "" || Boolean(cursor)} />
        </LiveRuns>
        <Pagination path={path} params={filters} nextCursor={page.nextCursor} />
      </Panel>
    </>
  );
}

function NoRuns({ workspace, isFiltered }: { workspace: string; isFiltered: boolean }) {
  if (isFiltered)
    return (
      <EmptyState
        title="No run matches"
        actions={<LinkButton href={`/w/${workspace}/runs?view=all`}>Show all runs</LinkButton>}
      >
        Choose other filters, or a longer time. A search looks for whole ids, the beginning of an e-mail, and
        words of an error.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Activity}
      title="Nothing has run yet"
      actions={<LinkButton href={`/w/${workspace}/recipes`}>Go to recipes</LinkButton>}
    >
      Set a recipe live and let an event arrive (the Stripe sandbox has buttons for that), or test a recipe.
    </EmptyState>
  );
}
