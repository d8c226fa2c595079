import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { StatusBadge } from "~/components/ui/status-badge";
import { TimeAgo } from "~/components/ui/time";
import type { EmittedEventView } from "~/server/services/sandbox/views";
import { ResendButton } from "./resend-button";

const SCROLLING = "overflow-y-auto focus-visible:-outline-offset-2 lg:max-h-[44rem]";

/** What the simulated account sent, newest first, and what became of it in Billhook. */
export function EventFeed({ events, workspace }: { events: EmittedEventView[]; workspace: string }) {
  return (
    <Panel aria-labelledby="sandbox-events">
      <PanelHeader
        id="sandbox-events"
        title="Emitted events"
        description="Signed and posted to your webhook, newest first."
      />
      {events.length === 0 ? (
        <EmptyState title="Nothing sent yet">
          Each button sends the events that Stripe would send, in the same order.
        </EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
        <section aria-label="Event feed" tabIndex={0} className={SCROLLING}>
          <ol className="divide-y">
            {events.map((event) => (
              <FeedEntry key={event.id} event={event} workspace={workspace} />
            ))}
          </ol>
        </section>
      )}
    </Panel>
  );
}

function FeedEntry({ event, workspace }: { event: EmittedEventView; workspace: string }) {
  return (
    <li className="grid gap-1 px-4 py-2.5">
      <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 font-mono text-xs break-all">{event.type}</span>
        <span className="text-xs whitespace-nowrap text-faint">
          <TimeAgo iso={event.createdAt} />
        </span>
      </span>
      <Fate event={event} workspace={workspace} />
    </li>
  );
}

function Fate({ event, workspace }: { event: EmittedEventView; workspace: string }) {
  const { delivery, received } = event;
  if (received) {
    return (
      <span className="flex flex-wrap items-center gap-2">
        {received.runs.length === 0 ? <StatusBadge status={received.fate} /> : null}
        {received.runs.map((run) => (
          <Link
            key={run.id}
            href={`/w/${workspace}/runs/${run.id}`}
            className="inline-flex max-w-full items-center gap-1.5 rounded-sm text-xs text-accent-ink hover:underline"
          >
            <StatusBadge status={run.status} />
            <span className="truncate">{run.recipeName}</span>
          </Link>
        ))}
      </span>
    );
  }
  if (delivery.status === "undelivered") {
    return (
      <span className="flex flex-wrap items-center gap-2 text-xs">
        <Badge tone="danger">Undelivered</Badge>
        <span className="min-w-0 flex-1 basis-48 text-danger">{delivery.detail}</span>
        <ResendButton workspace={workspace} eventId={event.id} />
      </span>
    );
  }
  const isWaiting = delivery.status === "pending";
  return (
    <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
      <Badge tone={isWaiting ? "warn" : "ok"}>{isWaiting ? "Sending" : "Delivered"}</Badge>
      {isWaiting && delivery.detail ? (
        <span>
          Attempt {delivery.attempts} failed. {delivery.detail}
        </span>
      ) : null}
    </span>
  );
}
