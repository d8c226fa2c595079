import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/empty-state";
import { ROW_LINK, Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { PersonRow } from "~/server/services/sandbox/views";

/** The people of the simulated Customer.io account; every row leads to one. */
export function PeopleTable({ people, workspace }: { people: PersonRow[]; workspace: string }) {
  if (people.length === 0) {
    return (
      <EmptyState title="Nobody here yet">
        People appear when a live recipe writes them, or when you test a recipe with real sending. Make a
        customer in the Stripe sandbox to start one.
      </EmptyState>
    );
  }
  return (
    <Table label="Sandbox people" aria-label="Sandbox people">
      <THead>
        <tr>
          <Th>Person</Th>
          <Th className="max-md:hidden">Segments</Th>
          <Th className="text-right">Events</Th>
          <Th className="text-right max-sm:hidden">Messages</Th>
          <Th className="max-sm:hidden">Updated</Th>
        </tr>
      </THead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} href={`/w/${workspace}/sandbox/customerio/${person.id}`} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ person, href }: { person: PersonRow; href: string }) {
  const title = person.name ?? person.email ?? person.externalId ?? person.id;
  const below = [person.name ? person.email : null, person.externalId].filter(Boolean).join(" · ");
  return (
    <Tr>
      <Td className="max-w-72">
        <Link href={href} className={`${ROW_LINK} block truncate`}>
          {title}
        </Link>
        <span className="block truncate text-xs text-faint">{below}</span>
      </Td>
      <Td className="max-md:hidden">
        <span className="flex flex-wrap gap-1">
          {person.segments.map((segment) => (
            <Badge key={segment}>{segment}</Badge>
          ))}
        </span>
      </Td>
      <Td className="text-right tabular-nums">{person.events}</Td>
      <Td className="text-right tabular-nums max-sm:hidden">{person.messages}</Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        <TimeAgo iso={person.updatedAt} />
      </Td>
    </Tr>
  );
}
