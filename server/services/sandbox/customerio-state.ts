import { AppError } from "~/server/errors";
import { readStore } from "~/server/sandbox/account";
import type { Message, Person, PersonEvent, Segment, SegmentMember } from "~/server/sandbox/customerio/model";
import type { ServiceContext } from "~/server/services/context";
import { findAccountOf, requireAccount } from "./account";
import { connectionOf } from "./stripe-state";
import type { CustomerioSandboxView, PersonRow, PersonView } from "./views";

const SHOWN = 50;

function iso(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString();
}

function nameOf(person: Person): string | null {
  const { name, first_name: first, last_name: last } = person.attributes;
  if (typeof name === "string") return name;
  const parts = [first, last].filter((part) => typeof part === "string");
  return parts.length > 0 ? parts.join(" ") : null;
}

interface Counts {
  segments: string[];
  events: number;
  messages: number;
}

function row(person: Person, counts: Counts): PersonRow {
  const written = Math.max(person.created_at, ...Object.values(person.timestamps));
  return {
    id: person.cio_id,
    externalId: person.id,
    email: person.email,
    name: nameOf(person),
    createdAt: iso(person.created_at),
    updatedAt: iso(written),
    ...counts,
  };
}

function countBy(items: { person: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { person } of items) if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
  return counts;
}

/** The simulated Customer.io account as its page shows it; null before it is opened. */
export async function customerioSandboxState(ctx: ServiceContext): Promise<CustomerioSandboxView | null> {
  const scope = await findAccountOf(ctx, "customerio");
  if (!scope) return null;
  const store = readStore(scope);
  const people = await store.list<Person>("person", { limit: SHOWN });
  const mine = { where: { person: people.map((person) => person.cio_id) }, limit: 5000 };
  const segments = await store.list<Segment>("segment", { oldestFirst: true });
  const members = await store.list<SegmentMember>("member", { limit: 5000 });
  const events = countBy(await store.list<PersonEvent>("person_event", mine));
  const messages = countBy(await store.list<Message>("message", mine));
  const namesOf = (person: string) =>
    segments
      .filter(({ id }) => members.some((member) => member.person === person && member.segment === String(id)))
      .map(({ name }) => name);
  return {
    connectionId: await connectionOf(ctx, scope.accountId),
    people: people.map((person) =>
      row(person, {
        segments: namesOf(person.cio_id),
        events: events.get(person.cio_id) ?? 0,
        messages: messages.get(person.cio_id) ?? 0,
      }),
    ),
    segments: segments.map((segment) => ({
      ...segment,
      members: members.filter((member) => member.segment === String(segment.id)).length,
    })),
  };
}

/** One simulated person with everything that happened to them; `id` is the `cio_id`. Throws `not_found`. */
export async function sandboxPerson(ctx: ServiceContext, input: { id: string }): Promise<PersonView> {
  const store = readStore(await requireAccount(ctx, "customerio"));
  const person = await store.get<Person>("person", input.id);
  if (!person) throw new AppError("not_found", "This person does not exist in the sandbox any more.");
  const mine = { where: { person: person.cio_id }, limit: 100 };
  const segments = await store.list<Segment>("segment", { oldestFirst: true });
  const members = await store.list<SegmentMember>("member", mine);
  const events = await store.list<PersonEvent>("person_event", mine);
  const messages = await store.list<Message>("message", mine);
  return {
    id: person.cio_id,
    externalId: person.id,
    email: person.email,
    createdAt: iso(person.created_at),
    attributes: Object.entries(person.attributes)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, value]) => ({
        name,
        value,
        writtenAt: person.timestamps[name] ? iso(person.timestamps[name]) : null,
      })),
    segments: members.flatMap((member) => {
      const segment = segments.find(({ id }) => String(id) === member.segment);
      return segment ? [{ id: segment.id, name: segment.name, addedAt: iso(member.added_at) }] : [];
    }),
    events: events.map(({ id, name, type, data, timestamp }) => ({
      id,
      name,
      type,
      data,
      at: iso(timestamp),
    })),
    messages: messages.map((message) => ({
      id: message.delivery_id,
      to: message.to,
      template: message.transactional_message_id,
      subject: message.subject,
      data: message.message_data,
      at: iso(message.queued_at),
    })),
  };
}
