import type { Metadata } from "next";
import { EventFilterBar } from "~/components/event/event-filter-bar";
import { parseEventFilters } from "~/components/event/event-filters";
import { EventTable } from "~/components/event/event-table";
import { NothingFound } from "~/components/illustration/lost";
import { WaitingHook } from "~/components/illustration/traffic";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { caller } from "~/server/api/caller";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { EVENT_FATES, EVENT_SOURCES } from "~/server/services/event/schemas";

export const metadata: Metadata = { title: "Events" };

interface EventsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EventsPage({ params, searchParams }: EventsPageProps) {
  const { workspace } = await params;
  const filters = parseEventFilters(await searchParams);
  const fate = EVENT_FATES.find((known) => known === filters.fate);
  const source = EVENT_SOURCES.find((known) => known === filters.source);
  const api = await caller(workspace);
  const page = await api.event.list({
    workspace,
    ...(filters.type ? { type: filters.type } : {}),
    ...(fate ? { fate } : {}),
    ...(source ? { source } : {}),
    ...(filters.origin ? { originId: filters.origin } : {}),
    ...(filters.cursor ? { cursor: filters.cursor } : {}),
  });
  const path = `/w/${workspace}/events`;
  return (
    <>
      <PageHeader
        title="Events"
        description="Everything that Stripe sent, and what became of it. Nothing is dropped."
      />
      <Panel>
        <EventFilterBar path={path} filters={filters} types={STRIPE_EVENT_TYPES.map(({ type }) => type)} />
        {page.data.length > 0 ? (
          <EventTable events={page.data} workspace={workspace} />
        ) : (
          <NoEvents workspace={workspace} filtered={Object.values(filters).some(Boolean)} />
        )}
        <Pagination path={path} params={filters} nextCursor={page.nextCursor} />
      </Panel>
    </>
  );
}

function NoEvents({ workspace, filtered }: { workspace: string; filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState
        art={<NothingFound />}
        title="No event matches"
        actions={<LinkButton href={`/w/${workspace}/events`}>Show all events</LinkButton>}
      >
        Choose other filters, or clear them.
      </EmptyState>
    );
  return (
    <EmptyState
      art={<WaitingHook />}
      title="No event has arrived yet"
      actions={<LinkButton href={`/w/${workspace}/sandbox`}>Send one from the sandbox</LinkButton>}
    >
      Once a Stripe account is connected, every event it sends is listed here, whether a recipe wants it or
      not.
    </EmptyState>
  );
}
