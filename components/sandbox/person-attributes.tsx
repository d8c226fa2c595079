import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { TimeAgo } from "~/components/ui/time";
import type { PersonView } from "~/server/services/sandbox/views";

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Identifiers and attributes, with the time of the write that set each. */
export function PersonAttributes({ person }: { person: PersonView }) {
  const identifiers = { id: person.externalId, email: person.email, cio_id: person.id };
  return (
    <Panel aria-labelledby="person-attributes">
      <PanelHeader id="person-attributes" title="Attributes" />
      <dl className="divide-y">
        {Object.entries(identifiers).map(([name, value]) =>
          value ? <Line key={name} name={name} value={value} /> : null,
        )}
        {person.attributes.map(({ name, value, writtenAt }) => (
          <Line key={name} name={name} value={text(value)} {...(writtenAt ? { writtenAt } : {})} />
        ))}
      </dl>
      {person.attributes.length === 0 ? (
        <EmptyState title="No attributes">A recipe step can set them.</EmptyState>
      ) : null}
    </Panel>
  );
}

function Line({ name, value, writtenAt }: { name: string; value: string; writtenAt?: string }) {
  return (
    <div className="grid grid-cols-[minmax(6rem,1fr)_2fr] gap-3 px-4 py-1.5 text-sm">
      <dt className="font-mono text-xs leading-5 break-all text-muted">{name}</dt>
      <dd className="flex min-w-0 items-baseline justify-between gap-3">
        <span className="min-w-0 break-words">{value}</span>
        {writtenAt ? (
          <span className="text-2xs whitespace-nowrap text-faint">
            <TimeAgo iso={writtenAt} />
          </span>
        ) : null}
      </dd>
    </div>
  );
}
