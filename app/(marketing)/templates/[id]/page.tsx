import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { exampleRequests } from "~/app/(marketing)/example-requests";
import { RequestExample } from "~/components/marketing/request-example";
import { StepOutline } from "~/components/marketing/step-outline";
import { NeedsList } from "~/components/template/needs-list";
import { Badge } from "~/components/ui/badge";
import { Breadcrumbs } from "~/components/ui/breadcrumbs";
import { Panel, PanelHeader } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { LinkButton } from "~/components/ui/link-button";
import { ACTIONS } from "~/server/connectors/catalog";
import { getTemplate } from "~/server/recipes/gallery/index";
import { OPERATORS } from "~/server/recipes/operators";
import { pushedEventsOf } from "~/server/recipes/trigger";
import { startOf } from "./start-of";

interface TemplateProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: TemplateProps): Promise<Metadata> {
  const template = getTemplate((await params).id);
  return template ? { title: template.name, description: template.summary } : {};
}

export default async function TemplatePage({ params }: TemplateProps) {
  const template = getTemplate((await params).id);
  if (!template) notFound();
  const { sample, definition, needs } = template;
  const { requests, told } = await exampleRequests(definition, sample);
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
          <p className="mt-2 max-w-2xl text-sm text-muted">
            <span className="font-medium text-ink">Good for:</span> {template.goodFor}
          </p>
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
            <StepOutline start={startOf(definition.trigger)} steps={definition.steps} words={words} />
          </Panel>
          <Panel>
            <PanelHeader title="What it needs" />
            <NeedsList needs={needs} receives={pushedEventsOf(definition.trigger)} />
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
              {requests.map((request, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may go to one address, and none moves.
                <RequestExample key={index} request={request} maxLines={18} />
              ))}
              {told.map((message) => (
                <p key={message} className="text-sm break-words">
                  <span className="font-medium">Your team reads:</span> {message}
                </p>
              ))}
            </div>
          </Panel>
        </div>
      </div>
    </div>
  );
}
