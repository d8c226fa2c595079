import type { Metadata } from "next";
import { Guarantees } from "~/components/marketing/guarantees";
import { HowItWorks } from "~/components/marketing/how-it-works";
import { Picker } from "~/components/marketing/picker";
import { RequestExample } from "~/components/marketing/request-example";
import { Section } from "~/components/marketing/section";
import { STARTER_EVENTS, starterAction, starterDefinition } from "~/components/marketing/starter";
import { TemplateTile } from "~/components/marketing/template-tile";
import { Alert } from "~/components/ui/alert";
import { Panel } from "~/components/ui/card";
import { JsonView } from "~/components/ui/json-view";
import { LinkButton } from "~/components/ui/link-button";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { sampleEvent } from "~/server/recipes/samples";
import { exampleRequests } from "./example-requests";

export const metadata: Metadata = {
  title: { absolute: "Billhook: Stripe events into Customer.io, each exactly once" },
};

interface HomeProps {
  searchParams: Promise<{ event?: string | string[]; action?: string | string[] }>;
}

export default async function Home({ searchParams }: HomeProps) {
  const chosen = await searchParams;
  const event = STRIPE_EVENT_TYPES.find(({ type }) => type === chosen.event)?.type ?? STARTER_EVENTS[0] ?? "";
  const action = starterAction(typeof chosen.action === "string" ? chosen.action : undefined);
  return (
    <>
      <div className="mx-auto max-w-6xl px-4 pt-12 pb-16 sm:px-6 sm:pt-20">
        <h1 className="max-w-3xl text-3xl font-semibold tracking-tight sm:text-4xl">
          Every Stripe event becomes the right Customer.io update, exactly once.
        </h1>
        <p className="mt-4 max-w-2xl text-lg text-muted">
          Billhook stores each billing event as it arrives, runs your recipe step by step, and shows every
          request it made. Try a pair:
        </p>
        <Panel className="mt-8 shadow-raise">
          <Picker event={event} action={action} groups={eventGroups()} />
          <Example event={event} action={action} />
        </Panel>
        <p className="mt-3 text-sm text-faint">
          Works at once with simulated accounts. You need no keys to see it run.
        </p>
      </div>
      <Section title="How it works">
        <HowItWorks />
      </Section>
      <Section title="Why nothing is lost or sent twice">
        <Guarantees />
      </Section>
      <Section
        title="Start from a template"
        lead="Ready recipes for what billing teams ask for first. Change any step."
      >
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {TEMPLATES.slice(0, 4).map((template) => (
            <li key={template.id}>
              <TemplateTile {...template} />
            </li>
          ))}
        </ul>
        <LinkButton href="/templates" className="mt-6">
          All {TEMPLATES.length} templates
        </LinkButton>
      </Section>
    </>
  );
}

async function Example({ event, action }: { event: string; action: ReturnType<typeof starterAction> }) {
  const sample = sampleEvent(event);
  const { requests, problem } = await exampleRequests(starterDefinition(event, action), sample);
  return (
    <div className="grid border-t md:grid-cols-2 md:divide-x max-md:divide-y">
      <div className="min-w-0 p-4 sm:p-5">
        <h2 className="mb-2 text-sm font-medium text-muted">Event in</h2>
        <JsonView key={event} value={sample} what="sample event" maxLines={16} />
      </div>
      <div className="min-w-0 p-4 sm:p-5">
        <h2 className="mb-2 text-sm font-medium text-muted">Request out</h2>
        {requests.map((request) => (
          <RequestExample key={request.url} request={request} maxLines={16} />
        ))}
        {problem ? <Alert tone="info">{problem}</Alert> : null}
      </div>
    </div>
  );
}

function eventGroups() {
  const groups = new Map<string, { type: string; title: string }[]>();
  for (const { type, title, group } of STRIPE_EVENT_TYPES)
    groups.set(group, [...(groups.get(group) ?? []), { type, title }]);
  return [...groups].map(([group, events]) => ({ group, events }));
}
