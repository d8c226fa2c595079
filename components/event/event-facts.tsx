import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { FactList } from "~/components/ui/fact-list";
import { formatUtc } from "~/components/ui/format-time";
import type { EventView } from "~/server/services/event/schemas";
import { FATE_MEANING, SOURCE_NAME } from "./fate-words";

/** Where an event came from, how often, and when. */
export function EventFacts({ event, workspace }: { event: EventView; workspace: string }) {
  const connection = event.connectionId ? (
    <Link
      href={`/w/${workspace}/connections/${event.connectionId}`}
      className="text-accent-ink underline underline-offset-2"
    >
      Open the connection
    </Link>
  ) : null;
  return (
    <Panel>
      <PanelHeader title="Facts" />
      <FactList
        facts={[
          { label: "Fate", value: FATE_MEANING[event.fate] },
          { label: "Event id", value: <CopyableId id={event.externalId} what="event id" /> },
          { label: "Object", value: event.objectId && <CopyableId id={event.objectId} what="object's id" /> },
          {
            label: "Customer",
            value: event.customerId && <Found q={event.customerId} workspace={workspace} />,
          },
          { label: "E-mail", value: event.email && <Found q={event.email} workspace={workspace} /> },
          { label: "Source", value: SOURCE_NAME[event.source] },
          { label: "Connection", value: connection },
          {
            label: "Deliveries",
            value: event.deliveries > 1 ? `${event.deliveries}; only the first started runs` : "1",
          },
          { label: "Happened", value: formatUtc(event.occurredAt) },
          { label: "Received", value: formatUtc(event.receivedAt) },
        ]}
      />
    </Panel>
  );
}

function CopyableId({ id, what }: { id: string; what: string }) {
  return (
    <span className="flex items-center gap-1">
      <span className="min-w-0 font-mono text-xs break-all">{id}</span>
      <CopyButton value={id} what={what} className="h-5 px-1" />
    </span>
  );
}

/** Leads to all events that are about the same. */
function Found({ q, workspace }: { q: string; workspace: string }) {
  return (
    <Link
      href={`/w/${workspace}/events?q=${encodeURIComponent(q)}`}
      title="All events of this customer"
      className="break-all text-accent-ink underline underline-offset-2"
    >
      {q}
    </Link>
  );
}
