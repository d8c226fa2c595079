import type { Metadata } from "next";
import { Bars } from "~/components/illustration/calm";
import { LiveOperations } from "~/components/operation/live-operations";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { caller } from "~/server/api/caller";
import { teamOf } from "~/server/api/team";

export const metadata: Metadata = { title: "Operations" };

interface OperationsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export default async function OperationsPage({ params, searchParams }: OperationsPageProps) {
  const { workspace } = await params;
  const given = (await searchParams).cursor;
  const cursor = typeof given === "string" && /^[0-9a-f-]{36}$/i.test(given) ? given : undefined;
  const api = await caller(workspace);
  const [page, { canAct }] = await Promise.all([
    api.operation.list({ workspace, ...(cursor && { cursor }) }),
    teamOf(api, workspace),
  ]);
  const base = `/w/${workspace}`;
  return (
    <>
      <PageHeader
        title="Operations"
        description="Many reruns and backfills, done little by little behind new events."
        breadcrumbs={[{ label: "Inbox", href: `${base}/inbox` }, { label: "Operations" }]}
      />
      <Panel>
        {page.data.length > 0 ? (
          <LiveOperations workspace={workspace} initial={page.data} canAct={canAct} />
        ) : (
          <EmptyState
            art={<Bars />}
            title="There was none yet"
            actions={<LinkButton href={`${base}/inbox`}>Open the inbox</LinkButton>}
          >
            When you retry many runs at once, or bring in past events, you see here how far it has got.
          </EmptyState>
        )}
        <Pagination path={`${base}/operations`} params={{ cursor }} nextCursor={page.nextCursor} />
      </Panel>
    </>
  );
}
