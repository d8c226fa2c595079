import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { LinkList } from "~/components/docs/link-list";
import { eventHref } from "~/components/docs/words";
import { Panel, PanelHeader } from "~/components/ui/card";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";

export const metadata: Metadata = { title: "Stripe's events" };

export default function EventsDocs() {
  const groups = [...new Set(STRIPE_EVENT_TYPES.map(({ group }) => group))];
  return (
    <DocsPage
      title="Stripe's events"
      description={`A recipe can start from any of ${STRIPE_EVENT_TYPES.length} types.`}
      crumbs={[{ label: "Stripe's events" }]}
    >
      {groups.map((group) => (
        <Panel key={group}>
          <PanelHeader title={group} />
          <LinkList
            links={STRIPE_EVENT_TYPES.filter((one) => one.group === group).map(({ type, title }) => ({
              href: eventHref(type),
              id: type,
              title,
            }))}
          />
        </Panel>
      ))}
    </DocsPage>
  );
}
