import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { exampleRequests } from "~/app/(marketing)/example-requests";
import { RequestExample } from "~/components/marketing/request-example";
import { StepOutline } from "~/components/marketing/step-outline";
import { Badge } from "~/components/ui/badge";
import { Breadcrumbs } from "~/components/ui/breadcrumbs";
import { Panel, PanelHeader } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { LinkButton } from "~/components/ui/link-button";
import { ACTIONS } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { getTemplate } from "~/server/recipes/gallery/index";
import { OPERATORS } from "~/server/recipes/operators";
import { sampleEvent } from "~/server/recipes/samples";

interface TemplateProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: TemplateProps): Promise<Metadata> {
  const template = getTemplate((await params).id);
  return template ? { title: template.name, description: template.summary } : {};
}

export default async function TemplatePage({ params }: TemplateProps) {
  const template = getTemplate((await params).id);
  const event = template?.triggerEvents[0];
  if (!template || !event) notFound();
  const sample = sampleEvent(event);
  const { requests } = await exampleRequests(template.definition, sample);
  const words = {
    actions: Object.fromEntries(ACTIONS.map(({ id, title }) => [id, title])),
    operators: OPERATORS.map(({ id, label, arity }) => ({ id, label, arity })),
  };
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <Breadcrumbs items={[{ label: "Templates", href: "/templates" }, { label: template.name }]} />
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-3xl font-semibold tracking-tight">{template.name}</h1>
          <p className="mt-2 max-w-2xl text-lg text-muted">{template.summary}</p>
          <Badge className="mt-3">{template.category}</Badge>
        </div>
        <LinkButton variant="primary" prefetch={false} href={`/start?template=${template.id}`}>
          Use this template
        </LinkButton>
      </div>
      <div className="mt-10 grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel>
            <PanelHeader title="What it does" />
            <StepOutline
              events={template.triggerEvents.map((type) => ({
                type,
                title: STRIPE_EVENT_TYPES.find((known) => known.type === type)?.title ?? type,
              }))}
              steps={template.definition.steps}
              words={words}
            />
          </Panel>
          <Panel>
            <PanelHeader title="What it needs" />
            <ul className="list-disc p-4 pl-9 text-sm text-muted marker:text-faint">
              <li>A Stripe connection that receives {template.triggerEvents.join(", ")}.</li>
              <li>A Customer.io connection with a Site ID and a Track API key.</li>
              <li>Or neither yet: both sandbox accounts open with one click.</li>
            </ul>
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Panel>
            <PanelHeader title="Sample event in" />
            <JsonView value={sample} what="sample event" maxLines={18} className="m-3" />
          </Panel>
          <Panel>
            <PanelHeader title={requests.length === 1 ? "Request out" : "Requests out"} />
            <div className="flex flex-col gap-4 p-4">
              {requests.map((request) => (
                <RequestExample key={request.method + request.url} request={request} maxLines={18} />
              ))}
            </div>
          </Panel>
        </div>
      </div>
    </div>
  );
}
