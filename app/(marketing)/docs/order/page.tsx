import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { TermList } from "~/components/docs/term-list";
import { Panel, PanelHeader } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { SECTIONS } from "./sections";

export const metadata: Metadata = {
  title: "Order, late and lost events",
  description: "Turns, late events, the newest state, how many runs at once, and events that never arrived.",
};

const EXAMPLE = {
  trigger: {
    type: "stripe.event",
    connection: "…",
    config: { events: ["customer.subscription.updated"], refetch: true },
  },
  settings: { order: "per_customer", concurrency: 5 },
};

export default function OrderDocs() {
  return (
    <DocsPage
      title="Order, late and lost events"
      description="Stripe neither keeps the order of its events nor promises that each arrives. What a recipe does about it is set in the editor under “Order and late events”, or in its definition."
      crumbs={[{ label: "Order, late and lost events" }]}
    >
      <Panel>
        <PanelHeader title="In a recipe's definition" />
        <div className="p-4">
          <JsonView value={EXAMPLE} what="example of settings" />
        </div>
      </Panel>
      {SECTIONS.map(({ title, rows }) => (
        <Panel key={title}>
          <PanelHeader title={title} />
          <TermList rows={rows} />
        </Panel>
      ))}
    </DocsPage>
  );
}
