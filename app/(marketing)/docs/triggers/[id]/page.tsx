import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { DocsPage } from "~/components/docs/docs-page";
import { FieldTable } from "~/components/docs/field-table";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { JsonView } from "~/components/ui/json-view";
import { fieldRows } from "~/server/connectors/field-rows";
import { getTrigger } from "~/server/connectors/triggers";

interface TriggerProps {
  params: Promise<{ id: string }>;
}

/** Made when first asked for, and kept. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: TriggerProps): Promise<Metadata> {
  const trigger = getTrigger((await params).id);
  return trigger ? { title: `${trigger.title} (trigger)`, description: trigger.summary } : {};
}

export default async function TriggerDocs({ params }: TriggerProps) {
  const trigger = getTrigger((await params).id);
  if (!trigger) notFound();
  const { id, title, summary, docs, dedupe, config, sample } = trigger;
  const rows = fieldRows(z.toJSONSchema(config, { io: "input" }));
  return (
    <DocsPage
      title={title}
      description={summary}
      crumbs={[{ label: "Triggers", href: "/docs/triggers" }, { label: title }]}
    >
      <Panel>
        <PanelHeader title="Fields" />
        {rows.length > 0 ? (
          <FieldTable rows={rows} />
        ) : (
          <p className="p-4 text-sm text-muted">It needs none.</p>
        )}
      </Panel>
      <Panel>
        <PanelHeader title="What steps can use" description="As trigger, for example {{ trigger.type }}." />
        <div className="p-4">
          <JsonView value={sample.event} what="sample event" maxLines={40} />
        </div>
      </Panel>
      <Panel>
        <PanelHeader title="How it behaves" />
        <FactList
          facts={[
            { label: "Id", value: <code className="font-mono text-xs">{id}</code> },
            { label: "The same event twice", value: dedupe },
            {
              label: "When it looks",
              value: trigger.look
                ? "By itself, while the recipe is live. What is there at first starts nothing; a look that fails is repeated with growing pauses, and what happened meanwhile is found then."
                : "At once, when it is told. What was told is stored before it is answered.",
            },
            ...(docs ? [{ label: "More", value: <Link href={docs}>The vendor's own page</Link> }] : []),
            ...(id === "stripe.event"
              ? [{ label: "Events", value: <Link href="/docs/events">All of Stripe's events</Link> }]
              : []),
          ]}
        />
      </Panel>
    </DocsPage>
  );
}
