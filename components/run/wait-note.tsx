import { Hourglass } from "lucide-react";
import { formatUtc } from "~/components/ui/format-time";
import { TimeAgo } from "~/components/ui/time";
import type { RunView } from "~/server/services/run/schemas";
import { isUnfinished, meaningOf } from "./status-words";

/** The end of the timeline while a run has not ended: what it waits for, and until when. */
export function WaitNote({ run }: { run: RunView }) {
  const { status, nextAttemptAt } = run;
  if (!isUnfinished(status) || status === "running") return null;
  return (
    <p className="mt-2 flex items-start gap-2.5 rounded-lg border border-dashed px-3 py-2.5 text-sm text-muted">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        {meaningOf(run)}
        {status === "waiting" && nextAttemptAt ? (
          <>
            {" "}
            It goes on <TimeAgo iso={nextAttemptAt} />, at {formatUtc(nextAttemptAt)}.
          </>
        ) : null}
      </span>
    </p>
  );
}
