import type { Metadata } from "next";
import { LiveRefresh } from "~/components/sandbox/live-refresh";
import { NoSandbox } from "~/components/sandbox/no-sandbox";
import { PeopleTable } from "~/components/sandbox/people-table";
import { SandboxHeader } from "~/components/sandbox/sandbox-header";
import { SegmentList } from "~/components/sandbox/segment-list";
import { Panel, PanelHeader } from "~/components/ui/card";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Customer.io sandbox" };

export default async function CustomerioSandboxPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const state = await api.sandbox.customerio({ workspace });
  return (
    <>
      <SandboxHeader
        workspace={workspace}
        current="customerio"
        description="A simulated Customer.io account: what your recipes wrote, tracked and sent."
      />
      {state ? (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
          <Panel aria-labelledby="sandbox-people">
            <PanelHeader id="sandbox-people" title="People" />
            <PeopleTable people={state.people} workspace={workspace} />
          </Panel>
          <SegmentList segments={state.segments} />
          <LiveRefresh intervalMs={2000} />
        </div>
      ) : (
        <NoSandbox workspace={workspace} />
      )}
    </>
  );
}
