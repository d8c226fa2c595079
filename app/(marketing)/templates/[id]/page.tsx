import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { exampleRequests } from "~/app/(marketing)/example-requests";
import { absolute, publicPage } from "~/app/(marketing)/seo";
import { FlowExample } from "~/components/marketing/example/flow-example";
import { FlowPicture } from "~/components/marketing/flow-picture";
import { FLOW_WORDS } from "~/components/marketing/flow-words";
import { PairLinksList } from "~/components/marketing/pair-links-list";
import { PublicHead } from "~/components/marketing/public-head";
import { Section } from "~/components/marketing/section";
import { startOf } from "~/components/marketing/start-of";
import { TemplateTile } from "~/components/marketing/template-tile";
import { NeedsList } from "~/components/template/needs-list";
import { AppFlow } from "~/components/ui/app-flow";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { LinkButton } from "~/components/ui/link-button";
import { getTemplate } from "~/server/recipes/gallery/index";
import { pairsOf, similarTemplates } from "~/server/recipes/pairs/related";
import { pushedEventsOf } from "~/server/recipes/trigger";

interface TemplateProps {
  params: Promise<{ id: string }>;
}

/** Made when first asked for, and kept: its address is the running install's. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: TemplateProps): Promise<Metadata> {
  const template = getTemplate((await params).id);
  if (!template) return {};
  const { id, name, summary } = template;
  return publicPage({
    path: `/templates/${id}`,
    title: name,
    description: summary,
    picture: `template/${id}`,
  });
}

export default async function TemplatePage({ params }: TemplateProps) {
  const template = getTemplate((await params).id);
  if (!template) notFound();
  const { sample, definition, needs, triggerEvents, flow, category } = template;
  const { requests, told, problem } = await exampleRequests(definition, sample);
  const pairs = pairsOf(template);
  return (
    <>
      <div className="mx-auto max-w-6xl px-4 pt-8 pb-14 sm:px-6 sm:pt-10">
        <PublicHead
          absolute={absolute}
          crumbs={[{ label: "Templates", href: "/templates" }, { label: template.name }]}
          sign={
            <div className="flex max-w-56">
              <AppFlow {...flow} category={category} />
            </div>
          }
          title={template.name}
          lead={template.summary}
          actions={
            <LinkButton variant="primary" prefetch={false} href={`/start?template=${template.id}`}>
              Use this template
            </LinkButton>
          }
        />
        <div className="mt-8 grid items-start gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
          <Panel className="overflow-hidden">
            <PanelHeader title="What it does" />
            <FlowPicture start={startOf(definition.trigger)} steps={definition.steps} words={FLOW_WORDS} />
          </Panel>
          <div className="flex min-w-0 flex-col gap-5">
            <Panel>
              <PanelHeader title="What it needs" />
              <NeedsList needs={needs} receives={pushedEventsOf(definition.trigger)} />
            </Panel>
            <Panel>
              <PanelHeader title="At a glance" />
              <FactList
                facts={[
                  { label: "Good for", value: template.goodFor },
                  { label: "Category", value: category },
                  {
                    label: "Started by",
                    value: <span className="font-mono text-xs break-all">{triggerEvents.join(", ")}</span>,
                  },
                ]}
              />
            </Panel>
          </div>
        </div>
        <h2 className="mt-12 mb-3 text-lg font-semibold">
          Event in, {requests.length === 1 ? "request" : "requests"} out
        </h2>
        <Panel className="overflow-hidden">
          <FlowExample
            from={flow.from}
            type={triggerEvents[0] ?? ""}
            event={sample}
            requests={requests}
            told={told}
            problem={problem}
          />
        </Panel>
        <p className="mt-2 text-xs text-faint">
          Built by the code that runs your recipe, from a sample event. Marked: what the requests take from
          it.
        </p>
      </div>
      <Section title="Similar templates" more={<LinkButton href="/templates">All templates</LinkButton>}>
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {similarTemplates(template).map((one) => (
            <li key={one.id}>
              <TemplateTile {...one} />
            </li>
          ))}
        </ul>
        {pairs.length > 0 ? (
          <div className="mt-10">
            <PairLinksList title="Or only one step of it" pairs={pairs} by="both" />
          </div>
        ) : null}
      </Section>
    </>
  );
}
