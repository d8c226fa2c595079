import { CirclePause } from "lucide-react";
import { TimeAgo } from "~/components/ui/time";
import { ResumeAllButton } from "./resume-all-button";

interface PausedBannerProps {
  workspace: string;
  pausedAt: string;
  pausedBy: string | null;
  canEdit: boolean;
}

/** Above every page of a paused workspace: nothing runs, since when, because of whom, and the way out. */
export function PausedBanner({ workspace, pausedAt, pausedBy, canEdit }: PausedBannerProps) {
  return (
    <section
      aria-label="Paused"
      className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-warn/25 bg-warn-soft px-3 py-2.5 text-sm"
    >
      <CirclePause aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium">This workspace is paused.</span>{" "}
        <span className="text-muted">
          {pausedBy ?? "Somebody"} paused it <TimeAgo iso={pausedAt} />. Events are kept, and nothing runs
          until it is resumed.
        </span>
      </p>
      {canEdit ? <ResumeAllButton workspace={workspace} /> : null}
    </section>
  );
}
