import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocsPage } from "~/components/docs/docs-page";
import { FieldTable } from "~/components/docs/field-table";
import { Panel, PanelHeader } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { type EventField, fieldsOf } from "~/server/connectors/stripe/event-fields";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { sampleEvent } from "~/server/recipes/samples";

interface EventProps {
  params: Promise<{ type: string }>;
}

/** Made when first asked for, and kept. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: EventProps): Promise<Metadata> {
  const { type } = await params;
  return { title: STRIPE_EVENT_TYPES.find((one) => one.type === type)?.title ?? "Event" };
}

export default async function EventDocs({ params }: EventProps) {
  const { type } = await params;
  const event = STRIPE_EVENT_TYPES.find((one) => one.type === type);
  const fields = event ? await fieldsOf(type) : null;
  if (!event || !fields) notFound();
  return (
    <DocsPage
      title={event.title}
      description={<code className="font-mono break-all">{type}</code>}
      crumbs={[{ label: "Stripe's events", href: "/docs/events" }, { label: event.title }]}
    >
      <Panel>
        <PanelHeader title="Sample" />
        <div className="p-4">
          <JsonView value={sampleEvent(type)} what="sample event" maxLines={20} />
        </div>
      </Panel>
      <Panel>
        <PanelHeader
          title="Fields"
          description="In the API version that Billhook asks for. One that can be missing needs a fallback in your recipe."
        />
        <FieldTable rows={fields.map(toRow)} />
      </Panel>
    </DocsPage>
  );
}

function toRow({ path, label, type, nullable, description = "", values = [] }: EventField) {
  const kind = nullable ? `${type}, can be missing` : type;
  return { path, title: label, type: kind, required: false, more: false, description, values: [...values] };
}
