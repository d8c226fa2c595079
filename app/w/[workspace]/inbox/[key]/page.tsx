import type { Metadata } from "next";
import { FailureNote } from "~/components/failure/failure-note";
import { FailureRuns } from "~/components/failure/failure-runs";
import { FailureSummary } from "~/components/failure/failure-summary";
import { placeOf, runsText } from "~/components/failure/failure-words";
import { GroupActions } from "~/components/failure/group-actions";
import { NewestAttempt } from "~/components/failure/newest-attempt";
import { RefreshWhile } from "~/components/run/refresh-while";
import { Panel, PanelHeader } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { StatusBadge } from "~/components/ui/status-badge";
import { caller } from "~/server/api/caller";
import { teamOf } from "~/server/api/team";

export const metadata: Metadata = { title: "Failure" };

interface FailurePageProps {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

export default async function FailurePage({ params, searchParams }: FailurePageProps) {
  const { workspace, key } = await params;
  const given = (await searchParams).cursor;
  const cursor = typeof given === "string" && /^[0-9a-f-]{36}$/i.test(given) ? given : undefined;
  const api = await caller(workspace);
  const failure = await api.failure.get({ workspace, key, ...(cursor && { cursor }) });
  const [newest, { members, canAct }] = await Promise.all([
    api.run.get({ workspace, id: failure.runIds[0] ?? "" }),
    teamOf(api, workspace),
  ]);
  const path = `/w/${workspace}/inbox/${key}`;
  const place = placeOf(failure);
  const { runs, ...group } = failure;
  return (
    <>
      <PageHeader
        title={place ? `${failure.recipeName}: ${place}` : failure.recipeName}
        description={<StatusBadge status={failure.status} />}
        breadcrumbs={[{ label: "Inbox", href: `/w/${workspace}/inbox` }, { label: runsText(failure.count) }]}
        actions={canAct ? <GroupActions workspace={workspace} group={group} members={members} /> : null}
      />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <FailureSummary failure={failure} workspace={workspace} />
          {canAct ? (
            <Panel>
              <FailureNote key={failure.note} workspace={workspace} failureKey={key} note={failure.note} />
            </Panel>
          ) : null}
        </div>
        <NewestAttempt run={newest} workspace={workspace} />
        <Panel className="xl:col-span-2">
          <PanelHeader
            title="Runs"
            description="Open ones only: what was run again or resolved is gone from here."
          />
          <FailureRuns workspace={workspace} runs={runs.data} canAct={canAct} />
          <Pagination path={path} params={{ cursor }} nextCursor={runs.nextCursor} />
        </Panel>
      </div>
      <RefreshWhile active={!cursor} intervalMs={5000} />
    </>
  );
}
