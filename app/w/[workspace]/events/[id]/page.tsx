import type { Metadata } from "next";
import { EventFacts } from "~/components/event/event-facts";
import { EventRuns } from "~/components/event/event-runs";
import { EventTest } from "~/components/event/event-test";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { formatUtc } from "~/components/ui/format-time";
import { JsonView } from "~/components/ui/json-view";
import { MoreLink } from "~/components/ui/more-link";
import { PageHeader } from "~/components/ui/page-header";
import { StatusBadge } from "~/components/ui/status-badge";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";

export const metadata: Metadata = { title: "Event" };

export default async function EventPage({ params }: { params: Promise<{ workspace: string; id: string }> }) {
  const { workspace, id } = await params;
  const api = await caller(workspace);
  const [event, all, members, user] = await Promise.all([
    api.event.get({ workspace, id }),
    api.recipe.list({ workspace }),
    api.workspace.members({ workspace }),
    currentUser(),
  ]);
  const role = members.find((member) => member.id === user?.id)?.role;
  const canTest = (role === "owner" || role === "editor") && all.length > 0 && !event.forgottenAt;
  const recipes = all
    .map(({ id: recipeId, name, triggerEvents }) => ({
      id: recipeId,
      name,
      listens: triggerEvents.includes(event.type),
    }))
    .sort((a, b) => Number(b.listens) - Number(a.listens));
  return (
    <>
      <PageHeader
        title={<span className="font-mono text-lg">{event.type}</span>}
        description={<StatusBadge status={event.fate} />}
        actions={canTest ? <EventTest workspace={workspace} eventId={id} recipes={recipes} /> : null}
        breadcrumbs={[{ label: "Events", href: `/w/${workspace}/events` }, { label: event.externalId }]}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-5">
          {event.forgottenAt ? null : <EventRuns event={event} workspace={workspace} />}
          <EventFacts event={event} workspace={workspace} />
        </div>
        <Panel>
          <PanelHeader title="Payload" description="The body as it was received." />
          {event.forgottenAt ? (
            <EmptyState title="What it held was forgotten">
              That was on {formatUtc(event.forgottenAt)}, with its runs: this workspace keeps events only for
              a while. <MoreLink href={`/w/${workspace}/settings/data`}>How long</MoreLink>
            </EmptyState>
          ) : (
            <JsonView value={event.payload} what="payload" maxLines={60} className="m-3" />
          )}
        </Panel>
      </div>
    </>
  );
}
