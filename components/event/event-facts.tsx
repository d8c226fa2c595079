import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
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
          { label: "Event id", value: <span className="font-mono text-xs">{event.externalId}</span> },
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
