import { formatDuration, formatUtc } from "~/components/ui/format-time";
import type { AttemptView as Attempt } from "~/server/services/run/schemas";
import { ConsoleView } from "./console-view";
import { RequestView } from "./request-view";

/** One try of a step: when, how long, what was sent and answered. */
export function AttemptView({
  attempt,
  ordinal,
  total,
}: {
  attempt: Attempt;
  ordinal: number;
  total: number;
}) {
  const { startedAt, durationMs, error, requests, logs = [] } = attempt;
  return (
    <li className="flex min-w-0 flex-col gap-2">
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
