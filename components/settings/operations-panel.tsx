import { ResumeAllButton } from "~/components/shell/resume-all-button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { MoreLink } from "~/components/ui/more-link";
import { TimeAgo } from "~/components/ui/time";
import type { WorkspaceView } from "~/server/services/workspace/schemas";
import { ConcurrencyForm } from "./concurrency-form";
import { PauseAllButton } from "./pause-all-button";

interface OperationsPanelProps {
  workspace: string;
  view: WorkspaceView;
  canEdit: boolean;
  isOwner: boolean;
}

/** The switch that pauses everything, and how much may run at once. */
export function OperationsPanel({ workspace, view, canEdit, isOwner }: OperationsPanelProps) {
  const { pausedAt, concurrency, mostAtOnce, retentionDays } = view;
  return (
    <Panel id="operations" className="scroll-mt-20">
      <PanelHeader
        title="Operations"
        description="What runs, how much at once, and for how long it is kept."
        actions={<MoreLink href={`/w/${workspace}/queue`}>Queue</MoreLink>}
      />
      <div className="divide-y">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-medium">{pausedAt ? "Everything is paused" : "Recipes run"}</p>
            <p className="text-xs text-faint">
              <SwitchText {...view} />
            </p>
          </div>
          {canEdit ? (
            pausedAt ? (
              <ResumeAllButton workspace={workspace} />
            ) : (
              <PauseAllButton workspace={workspace} />
            )
          ) : null}
        </div>
        <div className="px-4 py-3 text-sm">
          {isOwner ? (
            <ConcurrencyForm workspace={workspace} concurrency={concurrency} mostAtOnce={mostAtOnce} />
          ) : (
            <p>
              Runs at once: <span className="font-medium">{concurrency ?? mostAtOnce}</span>. An owner can
              change it.
            </p>
          )}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm">
          <p>
            Events and runs are kept for <span className="font-medium">{retentionDays} days</span>.
          </p>
          <MoreLink href={`/w/${workspace}/settings/data`}>Data</MoreLink>
        </div>
      </div>
    </Panel>
  );
}

function SwitchText({ pausedAt, pausedBy, resumedAt, resumedBy }: WorkspaceView) {
  if (pausedAt)
    return (
      <>
        {pausedBy} paused it <TimeAgo iso={pausedAt} />. Events are kept; nothing runs until it is resumed.
      </>
    );
  const text = "Pausing stops every recipe at once and loses nothing.";
  if (!resumedAt) return text;
  return (
    <>
      {text} {resumedBy} resumed it last, <TimeAgo iso={resumedAt} />.
    </>
  );
}
