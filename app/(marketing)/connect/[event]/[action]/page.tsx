import { ArrowRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { exampleRequests } from "~/app/(marketing)/example-requests";
import { absolute, publicPage } from "~/app/(marketing)/seo";
import { FlowExample } from "~/components/marketing/example/flow-example";
import { FlowPicture } from "~/components/marketing/flow-picture";
import { FLOW_WORDS } from "~/components/marketing/flow-words";
import { pairPath, pairQuery } from "~/components/marketing/pair-links";
import { PairLinksList } from "~/components/marketing/pair-links-list";
import { NAMES, pairTitle } from "~/components/marketing/pair-words";
import { PublicHead } from "~/components/marketing/public-head";
import { Section } from "~/components/marketing/section";
import { startOf } from "~/components/marketing/start-of";
import { TemplateTile } from "~/components/marketing/template-tile";
import { NeedsList } from "~/components/template/needs-list";
import { AppIcon } from "~/components/ui/app-icon";
import { Panel, PanelHeader } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { needsOf } from "~/server/recipes/gallery/needs";
import { findPair, isPopular, type Pair, pairDefinition, pairSample } from "~/server/recipes/pairs/pair";
import { relatedPairs, relatedTemplates } from "~/server/recipes/pairs/related";
import { pushedEventsOf } from "~/server/recipes/trigger";
import { PairFacts } from "./pair-facts";

interface PairProps {
  params: Promise<{ event: string; action: string }>;
}

/** Made when first asked for, and kept: its address is the running install's. */
export const generateStaticParams = () => [];

async function asked({ params }: PairProps): Promise<Pair | null> {
  const { event, action } = await params;
  return findPair(decodeURIComponent(event), decodeURIComponent(action));
}

export async function generateMetadata(props: PairProps): Promise<Metadata> {
  const pair = await asked(props);
  if (!pair) return {};
  const { event, action } = pair;
  return publicPage({
    path: pairPath({ event: event.type, action: action.id }),
    title: pairTitle(pair),
    description: `When ${event.type} happens in ${NAMES[event.app]}: ${action.title.toLowerCase()} in ${NAMES[action.app]}. ${action.summary} See the event in and the request out.`,
    picture: `pair/${event.type}/${action.id}`,
    listed: isPopular(pair),
  });
}

export default async function PairPage(props: PairProps) {
  const pair = await asked(props);
  if (!pair) notFound();
  const { event, action } = pair;
  const ids = { event: event.type, action: action.id };
  const definition = pairDefinition(pair);
  const sample = pairSample(event);
  const { requests, problem } = await exampleRequests(definition, sample);
  const { sameEvent, sameAction } = relatedPairs(pair);
  const templates = relatedTemplates(pair);
  return (
    <>
      <div className="mx-auto max-w-6xl px-4 pt-8 pb-14 sm:px-6 sm:pt-10">
        <PublicHead
          absolute={absolute}
          crumbs={[{ label: "All pairs", href: "/connect" }, { label: pairTitle(pair) }]}
          sign={
            <p className="flex items-center gap-2">
              <AppIcon app={event.app} size={36} labelled />
              <ArrowRight role="img" aria-label="to" className="size-4 text-faint" />
              <AppIcon app={action.app} size={36} labelled />
            </p>
          }
          title={`${event.title} in ${NAMES[event.app]}? ${action.title} in ${NAMES[action.app]}.`}
          lead={action.summary}
          actions={
            <>
              <LinkButton href={`/?${pairQuery(ids)}`} prefetch={false}>
                Try another pair
              </LinkButton>
              <LinkButton variant="primary" prefetch={false} href={`/start?${pairQuery(ids)}`}>
                Use this pair
              </LinkButton>
            </>
          }
        />
        <Panel className="mt-8 overflow-hidden">
          <FlowExample
            from={event.app}
            type={event.type}
            event={sample}
            requests={requests}
            problem={problem}
          />
        </Panel>
        <p className="mt-2 text-xs text-faint">
          Built by the code that runs your recipe, from a sample event. Marked: what the request takes from
          it.
        </p>
        <div className="mt-8 grid items-start gap-5 lg:grid-cols-2">
          <Panel className="overflow-hidden">
            <PanelHeader title="The recipe" />
            <FlowPicture start={startOf(definition.trigger)} steps={definition.steps} words={FLOW_WORDS} />
          </Panel>
          <div className="flex min-w-0 flex-col gap-5">
            <PairFacts pair={pair} />
            <Panel>
              <PanelHeader title="What it needs" />
              <NeedsList needs={needsOf(definition)} receives={pushedEventsOf(definition.trigger)} />
            </Panel>
          </div>
        </div>
      </div>
      {templates.length > 0 ? (
        <Section
          title="Ready recipes around it"
          more={<LinkButton href="/templates">All templates</LinkButton>}
        >
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {templates.map((template) => (
              <li key={template.id}>
                <TemplateTile {...template} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Related pairs">
        <div className="grid gap-8 sm:grid-cols-2">
          <PairLinksList title={`When “${event.title}” happens`} pairs={sameEvent} by="action" />
          <PairLinksList title={`To “${action.title}”`} pairs={sameAction} by="event" />
        </div>
        <p className="mt-6 text-sm text-muted">
          Any other event or step can be chosen in the editor.{" "}
          <Link className="text-ink underline" href="/connect">
            All pairs
          </Link>
        </p>
      </Section>
    </>
  );
}
