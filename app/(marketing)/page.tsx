import type { Metadata } from "next";
import Link from "next/link";
import { Controls } from "~/components/marketing/controls";
import { FlowExample } from "~/components/marketing/example/flow-example";
import { HowItWorks } from "~/components/marketing/how-it-works";
import { JsonLd } from "~/components/marketing/json-ld";
import { pairPath } from "~/components/marketing/pair-links";
import { actionOptions, eventOptions } from "~/components/marketing/pair-options";
import { Picker } from "~/components/marketing/picker";
import { PriceTeaser } from "~/components/marketing/price-teaser";
import { PromptBox } from "~/components/marketing/prompt-box";
import { Section } from "~/components/marketing/section";
import { TemplateTile } from "~/components/marketing/template-tile";
import { LinkButton } from "~/components/ui/link-button";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { findPair, type Pair, pairActions, pairDefinition, pairSample } from "~/server/recipes/pairs/pair";
import { exampleRequests } from "./example-requests";
import { absolute, publicPage } from "./seo";

const TITLE = "Billhook: Stripe events into Customer.io, each exactly once";
const SENTENCE = "Every Stripe event becomes the right Customer.io update, exactly once.";

export const generateMetadata = (): Metadata =>
  publicPage({
    path: "/",
    title: TITLE,
    description:
      "Connect Stripe and Customer.io, pick a recipe, test it with a real event and set it live. Nothing is lost, nothing is sent twice. Free to run yourself.",
    picture: "home",
  });

interface HomeProps {
  searchParams: Promise<{ event?: string | string[]; action?: string | string[] }>;
}

export default async function Home({ searchParams }: HomeProps) {
  const pair = chosen(await searchParams);
  const { event, action } = pair;
  return (
    <>
      <JsonLd data={product()} />
      <div className="mx-auto max-w-6xl px-4 pt-12 pb-14 sm:px-6 sm:pt-18 sm:pb-20">
        <h1 className="max-w-3xl text-3xl font-semibold tracking-tight sm:text-4xl">{SENTENCE}</h1>
        <div className="mt-8 rounded-xl border bg-surface shadow-float sm:mt-10">
          <Picker
            from={event.app}
            event={event.type}
            action={action.id}
            events={eventOptions(event.app)}
            actions={actionOptions(event.app)}
          />
          <div className="border-t">
            <PromptBox />
          </div>
        </div>
        <p className="mt-3 text-sm text-faint">
          Works at once with simulated accounts. You need no keys to see it run.
        </p>
        <Example pair={pair} />
      </div>
      <Section title="From nothing to live in three steps">
        <HowItWorks />
      </Section>
      <Section
        title="Made for the day something breaks"
        lead="Limits, outages, lost answers and late events are part of the design, and every one of them is tried on the built product."
        more={<LinkButton href="/docs/reliability">What was tried, and what happened</LinkButton>}
      >
        <Controls />
      </Section>
      <Section
        title="Start from a template"
        lead="Ready recipes for what billing teams ask for first. Change any step."
        more={<LinkButton href="/templates">All {TEMPLATES.length} templates</LinkButton>}
      >
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {TEMPLATES.slice(0, 6).map((template) => (
            <li key={template.id}>
              <TemplateTile {...template} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Free to run yourself">
        <PriceTeaser />
      </Section>
    </>
  );
}

/** The pair in the address; of an event alone the first action, else what most people look for. */
function chosen({ event, action }: Awaited<HomeProps["searchParams"]>): Pair {
  const first = (type: unknown, app: "stripe" | "customerio") => findPair(type, pairActions(app)[0]?.id);
  const pair =
    findPair(event, action) ??
    first(event, "stripe") ??
    first(event, "customerio") ??
    first("invoice.payment_failed", "stripe");
  if (!pair) throw new Error("The catalog lacks the pair that the front page begins with.");
  return pair;
}

async function Example({ pair }: { pair: Pair }) {
  const { event, action } = pair;
  const sample = pairSample(event);
  const { requests, problem } = await exampleRequests(pairDefinition(pair), sample);
  return (
    <section aria-labelledby="example" className="mt-12">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="example" className="text-lg font-semibold">
          {event.title}, then: {action.title.toLowerCase()}
        </h2>
        <Link
          href={pairPath({ event: event.type, action: action.id })}
          prefetch={false}
          className="text-sm text-muted underline hover:text-ink"
        >
          All about this pair
        </Link>
      </div>
      <div className="overflow-hidden rounded-lg border bg-surface">
        <FlowExample
          from={event.app}
          type={event.type}
          event={sample}
          requests={requests}
          problem={problem}
        />
      </div>
      <p className="mt-2 text-xs text-faint">
        Built by the code that runs your recipe, from a sample event. Marked: what the request takes from it.
      </p>
    </section>
  );
}

function product() {
  return {
    "@type": "SoftwareApplication",
    name: "Billhook",
    description: SENTENCE,
    url: absolute("/"),
    applicationCategory: "BusinessApplication",
    operatingSystem: "Linux, macOS",
    offers: { "@type": "Offer", price: "0", priceCurrency: "USD" },
  };
}
