import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { EmptyState } from "~/components/ui/empty-state";
import { JsonView } from "~/components/ui/json-view";
import { TimeAgo } from "~/components/ui/time";
import type { MessageView, TimelineEntry } from "~/server/services/sandbox/views";
import { MessageButtons } from "./message-buttons";

/** A person's events, newest first. */
export function PersonTimeline({ events }: { events: TimelineEntry[] }) {
  return (
    <Panel aria-labelledby="person-events">
      <PanelHeader id="person-events" title="Events" />
      {events.length === 0 ? <EmptyState title="No events">A recipe step can track them.</EmptyState> : null}
      <ol className="divide-y">
        {events.map((event) => (
          <li key={event.id} className="px-4 py-2.5">
            <Disclosure
              summary={
                <Summary
                  title={event.name}
                  at={event.at}
                  badge={event.type === "event" ? null : event.type}
                />
              }
            >
              <JsonView value={event.data} what="event data" />
            </Disclosure>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The transactional messages a person was sent, newest first. */
export function PersonMessages({ workspace, messages }: { workspace: string; messages: MessageView[] }) {
  return (
    <Panel aria-labelledby="person-messages">
      <PanelHeader id="person-messages" title="Messages" description="Kept here; no mail is sent." />
      {messages.length === 0 ? (
        <EmptyState title="No messages">A recipe step can send an e-mail.</EmptyState>
      ) : null}
      <ol className="divide-y">
        {messages.map((message) => (
          <li key={message.id} className="px-4 py-2.5">
            <Disclosure
              summary={
                <Summary
                  title={message.subject ?? `Message ${message.template}`}
                  at={message.at}
                  badge={`to ${message.to}`}
                />
              }
            >
              <JsonView value={message.data} what="message data" />
            </Disclosure>
            <MessageButtons workspace={workspace} messageId={message.id} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Summary({ title, at, badge }: { title: string; at: string; badge: string | null }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="min-w-0 font-medium break-all text-ink">{title}</span>
      {badge ? <Badge className="max-w-full truncate">{badge}</Badge> : null}
      <span className="ml-auto text-xs whitespace-nowrap text-faint">
        <TimeAgo iso={at} />
      </span>
    </span>
  );
}
