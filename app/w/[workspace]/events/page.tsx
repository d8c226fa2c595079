import type { Metadata } from "next";
import { EventFilterBar } from "~/components/event/event-filter-bar";
import { parseEventFilters, toEventFilter } from "~/components/event/event-filters";
import { LiveEvents } from "~/components/event/live-events";
import { NothingFound } from "~/components/illustration/lost";
import { WaitingHook } from "~/components/illustration/traffic";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { caller } from "~/server/api/caller";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";

export const metadata: Metadata = { title: "Events" };

interface EventsPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EventsPage({ params, searchParams }: EventsPageProps) {
  const { workspace } = await params;
  const filters = parseEventFilters(await searchParams);
  const filter = toEventFilter(filters, Date.now());
  const { cursor } = filters;
  const api = await caller(workspace);
  const page = await api.event.list({ workspace, ...filter, ...(cursor && { cursor }) });
  const path = `/w/${workspace}/events`;
  return (
    <>
      <PageHeader
        title="Events"
        description="Everything that arrived, and what became of it. Nothing is dropped."
      />
      <Panel>
        <EventFilterBar path={path} filters={filters} types={STRIPE_EVENT_TYPES.map(({ type }) => type)} />
        <LiveEvents
          events={page.data}
          workspace={workspace}
          filter={filter}
          isFirst={!cursor}
          hasMore={page.nextCursor !== null}
        >
          <NoEvents workspace={workspace} filtered={Object.values(filters).some(Boolean)} />
        </LiveEvents>
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
        Choose other filters. A search looks for whole ids, and for the beginning of a customer's e-mail.
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
