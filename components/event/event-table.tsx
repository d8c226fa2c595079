import Link from "next/link";
import { StatusBadge } from "~/components/ui/status-badge";
import { ROW_LINK, Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { EventSummary } from "~/server/services/event/schemas";
import { SOURCE_NAME } from "./fate-words";

/** Events, newest first, each with its fate and whom it is about. */
export function EventTable({ events, workspace }: { events: EventSummary[]; workspace: string }) {
  return (
    <Table label="Events">
      <THead>
        <tr>
          <Th>Event</Th>
          <Th>Fate</Th>
          <Th className="max-lg:hidden">About</Th>
          <Th className="max-md:hidden">Id</Th>
          <Th className="max-sm:hidden">Source</Th>
          <Th className="text-right max-sm:hidden">Received</Th>
        </tr>
      </THead>
      <tbody>
        {events.map((event) => (
          <EventRow key={event.id} event={event} href={`/w/${workspace}/events/${event.id}`} />
        ))}
      </tbody>
    </Table>
  );
}

function EventRow({ event, href }: { event: EventSummary; href: string }) {
  const about = event.email ?? event.customerId ?? event.objectId;
  return (
    <Tr>
      <Td className="max-w-72 max-sm:w-full max-sm:max-w-0">
        <Link href={href} data-row className={`${ROW_LINK} block truncate font-mono text-xs`}>
          {event.type}
        </Link>
        <span className="block truncate text-2xs text-faint lg:hidden">
          {about}
          <span className="sm:hidden">
            {about ? " · " : ""}
            <TimeAgo iso={event.receivedAt} />
          </span>
        </span>
      </Td>
      <Td>
        <StatusBadge status={event.fate} />
      </Td>
      <Td className="max-w-56 truncate text-muted max-lg:hidden">{about}</Td>
      <Td className="max-w-48 truncate font-mono text-xs text-faint max-md:hidden">{event.externalId}</Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        {SOURCE_NAME[event.source]}
        {event.deliveries > 1 ? <span className="text-faint"> · {event.deliveries} times</span> : null}
      </Td>
      <Td className="text-right whitespace-nowrap text-faint max-sm:hidden">
        <TimeAgo iso={event.receivedAt} />
      </Td>
    </Tr>
  );
}
