import { Activity } from "lucide-react";
import type { Metadata } from "next";
import { RefreshWhile } from "~/components/run/refresh-while";
import { RunFilterBar } from "~/components/run/run-filter-bar";
import { parseRunFilters, toListInput } from "~/components/run/run-filters";
import { RunTable } from "~/components/run/run-table";
import { isUnfinished } from "~/components/run/status-words";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Runs" };

interface RunsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { workspace } = await params;
  const filters = parseRunFilters(await searchParams);
  const api = await caller(workspace);
  const [page, recipes] = await Promise.all([
    api.run.list({ workspace, ...toListInput(filters, Date.now()) }),
    api.recipe.list({ workspace }),
  ]);
  const path = `/w/${workspace}/runs`;
  // Only the first page can get new runs; a later one moves while its own are unfinished.
  const isFirst = !filters.cursor;
  const isMoving = page.data.some((run) => isUnfinished(run.status));
  return (
    <>
      <PageHeader title="Runs" description="Every time a recipe ran, newest first." />
      <Panel>
        <RunFilterBar
          path={path}
          filters={filters}
          recipes={recipes.map((recipe) => ({ value: recipe.id, label: recipe.name }))}
        />
        {page.data.length > 0 ? (
          <RunTable runs={page.data} workspace={workspace} />
        ) : (
          <NoRuns workspace={workspace} isFiltered={Object.values(filters).some(Boolean)} />
        )}
        <Pagination path={path} params={filters} nextCursor={page.nextCursor} />
      </Panel>
      <RefreshWhile active={isFirst || isMoving} intervalMs={isMoving ? 1500 : 5000} />
    </>
  );
}

function NoRuns({ workspace, isFiltered }: { workspace: string; isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="No run matches">Choose other filters, or clear them.</EmptyState>;
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
