import type { Metadata } from "next";
import { ForgottenTable } from "~/components/settings/forgotten-table";
import { Lead } from "~/components/settings/lead";
import { RetentionForm } from "~/components/settings/retention-form";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { formatBytes } from "~/components/ui/format-bytes";
import { formatUtc } from "~/components/ui/format-time";
import { TimeAgo } from "~/components/ui/time";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Data" };

const count = (value: number) => value.toLocaleString("en");

export default async function DataPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [{ retentionDays }, { now, allTime, forgotten, lookedAt }, members, user] = await Promise.all([
    api.workspace.get({ workspace }),
    api.workspace.stored({ workspace }),
    api.workspace.members({ workspace }),
    currentUser(),
  ]);
  const isOwner = members.find(({ id }) => id === user?.id)?.role === "owner";
  return (
    <>
      <Lead>What is kept of events and runs, for how long, and what was forgotten.</Lead>
      <div className="flex max-w-3xl flex-col gap-5">
        <Panel>
          <PanelHeader
            title="How long things are kept"
            description="An event goes with its runs so many days after it came and its last run ended. What still waits stays, and so does a failure that nobody resolved, for 90 days."
          />
          {isOwner ? (
            <RetentionForm key={retentionDays} workspace={workspace} days={retentionDays} />
          ) : (
            <p className="px-4 py-3 text-sm">
              <span className="font-medium">{retentionDays} days</span>. An owner of the workspace can change
              it.
            </p>
          )}
        </Panel>
        <Panel>
          <PanelHeader title="Kept now" />
          <FactList
            facts={[
              { label: "Events", value: `${count(now.events)} (${count(allTime.events)} ever)` },
              { label: "Runs", value: `${count(now.runs)} (${count(allTime.runs)} ever)` },
              { label: "Size", value: `about ${formatBytes(now.bytes)}` },
              { label: "Oldest payload", value: now.oldestAt ? formatUtc(now.oldestAt) : "none" },
              {
                label: "Last cleaned",
                value: lookedAt ? <TimeAgo iso={lookedAt} /> : "not yet; it is done every hour",
              },
            ]}
          />
        </Panel>
        <ForgottenTable forgotten={forgotten} />
      </div>
    </>
  );
}
