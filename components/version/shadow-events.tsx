import { CircleCheck, Inbox, LoaderCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { StatusBadge } from "~/components/ui/status-badge";
import { TimeAgo } from "~/components/ui/time";
import type { ComparedEvent, ShadowView } from "~/server/services/recipe/shadow-schemas";
import { KeepOpen } from "./keep-open";
import { RequestDiff } from "./request-diff";

interface ShadowEventsProps {
  workspace: string;
  shadow: ShadowView;
}

/** Event by event: what was sent, and what would have been. Those that came out differently start open. */
export function ShadowEvents({
  workspace,
  shadow: { events, since, version, liveVersion },
}: ShadowEventsProps) {
  return (
    <Panel>
      <PanelHeader
        title="Event by event"
        description={
          liveVersion === null ? "What it would have sent." : "What was sent, and what would have been."
        }
      />
      {events.length === 0 ? (
        <EmptyState icon={Inbox} title="No event has come yet">
          No event that starts this recipe has come since version {version} went into shadow
          {since ? (
            <>
              {" "}
              (<TimeAgo iso={since} />)
            </>
          ) : null}
          . What arrives appears here by itself.
        </EmptyState>
      ) : (
        <ul aria-label="Compared events" className="divide-y">
          {events.map((event, index) => (
            <li key={event.shadow.id} className="px-4 py-3">
              <KeepOpen
                open={event.outcome === "different" && index < 3}
                summary={<EventLine event={event} isAlone={liveVersion === null} />}
              >
                <EventBody workspace={workspace} event={event} />
              </KeepOpen>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function EventLine({
  event: { event, at, outcome, requests },
  isAlone,
}: {
  event: ComparedEvent;
  isAlone: boolean;
}) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono text-xs font-medium text-ink">{event.type}</span>
      {isAlone && outcome !== "pending" ? (
        <Badge>{requests.length === 1 ? "1 request" : `${requests.length} requests`}</Badge>
      ) : (
        <OutcomeBadge outcome={outcome} />
      )}
      <TimeAgo iso={at} className="text-xs text-faint" />
    </span>
  );
}

function OutcomeBadge({ outcome }: { outcome: ComparedEvent["outcome"] }) {
  if (outcome === "same")
    return (
      <Badge tone="ok">
        <CircleCheck aria-hidden />
        Same
      </Badge>
    );
  if (outcome === "different")
    return (
      <Badge tone="warn">
        <TriangleAlert aria-hidden />
        Different
      </Badge>
    );
  return (
    <Badge tone="info">
      <LoaderCircle aria-hidden />
      Not finished
    </Badge>
  );
}

function EventBody({
  workspace,
  event: { live, shadow, outcome, requests },
}: {
  workspace: string;
  event: ComparedEvent;
}) {
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        {live ? <RunLink workspace={workspace} run={live} label="Live run" /> : null}
        <RunLink workspace={workspace} run={shadow} label="Shadow run" />
      </p>
      {outcome === "pending" ? (
        <p className="text-sm text-muted">A run has not ended yet.</p>
      ) : requests.length === 0 ? (
        <p className="text-sm text-muted">
          {live ? "Neither of the two sends anything." : "It would send nothing."}
        </p>
      ) : (
        <ul aria-label="Requests" className="flex flex-col gap-2">
          {requests.map((request) => (
            <RequestDiff
              key={`${request.path} ${request.number}`}
              request={request}
              isAlone={live === null}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function RunLink({
  workspace,
  run,
  label,
}: {
  workspace: string;
  run: ComparedEvent["shadow"];
  label: string;
}) {
  return (
    <span className="flex items-center gap-1.5">
      <Link href={`/w/${workspace}/runs/${run.id}`} className="font-medium text-accent-ink underline">
        {label}
      </Link>
      <StatusBadge status={run.status} />
    </span>
  );
}
