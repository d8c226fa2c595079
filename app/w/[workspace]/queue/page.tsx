import type { Metadata } from "next";
import { FreeLine } from "~/components/illustration/calm";
import { LinePanel } from "~/components/queue/line-panel";
import { WaitingList } from "~/components/queue/waiting-list";
import { RefreshWhile } from "~/components/run/refresh-while";
import { PauseAllButton } from "~/components/settings/pause-all-button";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Queue" };

export default async function QueuePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [queue, members, user] = await Promise.all([
    api.queue.get({ workspace }),
    api.workspace.members({ workspace }),
    currentUser(),
  ]);
  const role = members.find(({ id }) => id === user?.id)?.role ?? "viewer";
  const { waiting, held, line } = queue;
  const isEmpty = waiting.length === 0 && held.length === 0 && line.total === 0;
  return (
    <>
      <PageHeader
        title="Queue"
        description="What waits, for what, and how long it will take."
        // Paused, the banner above has the way back.
        actions={role === "viewer" || queue.pausedAt ? null : <PauseAllButton workspace={workspace} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {isEmpty ? (
            <Panel>
              <EmptyState
                art={<FreeLine />}
                title="Nothing is waiting"
                actions={<LinkButton href={`/w/${workspace}/runs`}>See what ran</LinkButton>}
              >
                Runs appear here while they wait for a place, for their time, or for somebody.
              </EmptyState>
            </Panel>
          ) : (
            <>
              <WaitingList
                workspace={workspace}
                status="waiting"
                title="Waiting for their time"
                description="They go on by themselves."
                none="None."
                rows={waiting}
              />
              <WaitingList
                workspace={workspace}
                status="held"
                title="Held"
                description="They go on when somebody has done something."
                none="None."
                rows={held}
              />
            </>
          )}
        </div>
        <LinePanel workspace={workspace} queue={queue} />
      </div>
      <RefreshWhile active intervalMs={3000} />
    </>
  );
}
