import { Clock } from "lucide-react";
import { formatDuration, formatUtc } from "~/components/ui/format-time";
import type { AttemptView as Attempt } from "~/server/services/run/schemas";
import { ConsoleView } from "./console-view";
import { RequestView } from "./request-view";

interface AttemptViewProps {
  attempt: Attempt;
  ordinal: number;
  total: number;
  /** When the one before it ended, and with what error. */
  before?: { endedAt: number; error: Attempt["error"] } | undefined;
}

/** A shorter pause is no wait. */
const LEAST_MS = 500;

/** One try of a step: what it waited for before, when, how long, what was sent and answered. */
export function AttemptView({ attempt, ordinal, total, before }: AttemptViewProps) {
  const { startedAt, durationMs, error, requests, logs = [] } = attempt;
  const waitedMs = before ? Date.parse(startedAt) - before.endedAt : 0;
  return (
    <li className="flex min-w-0 flex-col gap-2">
      {waitedMs >= LEAST_MS ? (
        <p className="flex items-center gap-1.5 border-l-2 border-warn/50 py-0.5 pl-2.5 text-xs text-muted">
          <Clock aria-hidden className="size-3.5 shrink-0" />
          Waited {formatDuration(waitedMs)}
          {before?.error?.code === "rate_limited"
            ? ", because the account takes no more for a while"
            : " before it was tried again"}
        </p>
      ) : null}
      <p className="text-xs text-faint">
        {total > 1 ? <span className="font-medium text-muted">Attempt {ordinal} · </span> : null}
        <time dateTime={startedAt}>{formatUtc(startedAt)}</time> · took {formatDuration(durationMs)}
        {error && total > 1 ? <span className="text-danger"> · {error.message}</span> : null}
      </p>
      {requests.map((request, index) => {
        const isOpen = request.dryRun || (Boolean(error) && ordinal === total);
        // biome-ignore lint/suspicious/noArrayIndexKey: an attempt's requests never move
        return <RequestView key={index} request={request} open={isOpen} />;
      })}
      <ConsoleView logs={logs} />
    </li>
  );
}
