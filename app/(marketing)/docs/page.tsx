import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { DocsSearch } from "~/components/docs/docs-search";
import { LinkList } from "~/components/docs/link-list";
import { STEP_GUIDES } from "~/components/docs/step-guide";
import { APPS } from "~/components/docs/words";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { ACTIONS } from "~/server/connectors/catalog";
import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { FILTERS } from "~/server/recipes/filters/filters";
import { searchDocs } from "./search";

export const metadata: Metadata = {
  title: "Docs",
  description:
    "Every trigger and action of Billhook, with fields, requests, limits and what happens on failure.",
};

interface DocsProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

export default async function Docs({ searchParams }: DocsProps) {
  const { q } = await searchParams;
  const query = (typeof q === "string" ? q : "").trim();
  return (
    <DocsPage
      title="Docs"
      description="What Billhook can react to and what it can do, each with its fields, a real request, limits and what happens when a call fails."
    >
      <DocsSearch query={query} />
      {query ? <Results query={query} /> : <Contents />}
    </DocsPage>
  );
}

function Contents() {
  const apps = Object.entries(APPS).map(([id, { name, summary }]) => ({
    href: `/docs/${id}`,
    title: name,
    id: countOf(ACTIONS.filter(({ app }) => app === id).length),
    summary,
  }));
  const events = {
    href: "/docs/events",
    title: "Stripe's events",
    id: `${STRIPE_EVENT_TYPES.length} events`,
    summary: "What a recipe can start from, with every field that an event brings.",
  };
  const filters = {
    href: "/docs/filters",
    title: "Filters",
    id: `${FILTERS.length} filters`,
    summary: "What templates can do with a value: money, times, phone numbers, tables, hashes.",
  };
  const triggers = {
    href: "/docs/triggers",
    title: "Triggers",
    id: `${TRIGGERS.length} triggers`,
    summary: "Stripe's events, Customer.io's reports, web addresses, schedules, polls and more.",
  };
  const steps = {
    href: "/docs/steps",
    title: "Steps",
    id: `${STEP_GUIDES.length} kinds`,
    summary: "Loops, look-ups, branches, requests, code: what each does and how it is written.",
  };
  return (
    <Panel>
      <PanelHeader title="Contents" />
      <LinkList links={[triggers, events, steps, ...apps, filters]} />
    </Panel>
  );
}

const countOf = (actions: number) => (actions === 1 ? "1 action" : `${actions} actions`);

function Results({ query }: { query: string }) {
  const found = searchDocs(query);
  return (
    <Panel>
      <PanelHeader title={found.length === 1 ? "1 result" : `${found.length} results`} />
      {found.length > 0 ? (
        <LinkList links={found} />
      ) : (
        <EmptyState icon={SearchX} title={`Nothing is called “${query}”`}>
          Try one word, such as invoice, coupon or segment. What has no action of its own can be done with
          “Any Stripe request” and “Any Customer.io request”.
        </EmptyState>
      )}
    </Panel>
  );
}
