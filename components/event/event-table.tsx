import Link from "next/link";
import { StatusBadge } from "~/components/ui/status-badge";
import { ROW_LINK, Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { EventSummary } from "~/server/services/event/schemas";
import { SOURCE_NAME } from "./fate-words";

/** Events, newest first, each with its fate. */
export function EventTable({ events, workspace }: { events: EventSummary[]; workspace: string }) {
  return (
    <Table label="Events">
      <THead>
        <tr>
          <Th>Event</Th>
          <Th>Fate</Th>
          <Th className="hidden sm:table-cell">Source</Th>
          <Th className="hidden sm:table-cell">Id</Th>
          <Th className="hidden text-right sm:table-cell">Deliveries</Th>
          <Th className="text-right">Received</Th>
        </tr>
      </THead>
      <tbody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Td className="max-w-72 truncate">
              <Link href={`/w/${workspace}/events/${event.id}`} className={`${ROW_LINK} font-mono text-xs`}>
                {event.type}
              </Link>
            </Td>
            <Td>
              <StatusBadge status={event.fate} />
            </Td>
            <Td className="hidden whitespace-nowrap text-muted sm:table-cell">{SOURCE_NAME[event.source]}</Td>
            <Td className="hidden max-w-48 truncate font-mono text-xs text-faint sm:table-cell">
              {event.externalId}
            </Td>
            <Td className="hidden text-right text-muted tabular-nums sm:table-cell">{event.deliveries}</Td>
            <Td className="text-right whitespace-nowrap text-faint">
              <TimeAgo iso={event.receivedAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
