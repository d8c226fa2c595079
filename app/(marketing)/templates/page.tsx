import { Search } from "lucide-react";
import type { Metadata } from "next";
import Form from "next/form";
import { TemplateTile } from "~/components/marketing/template-tile";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Input } from "~/components/ui/input";
import { LinkButton } from "~/components/ui/link-button";
import { withParams } from "~/components/ui/pagination";
import { TabLinks } from "~/components/ui/tab-links";
import { TEMPLATES } from "~/server/recipes/gallery/index";

export const metadata: Metadata = {
  title: "Templates",
  description: "Ready recipes that turn Stripe events into Customer.io people, events and messages.",
};

interface TemplatesProps {
  searchParams: Promise<{ q?: string | string[]; category?: string | string[] }>;
}

export default async function Templates({ searchParams }: TemplatesProps) {
  const params = await searchParams;
  const q = typeof params.q === "string" ? params.q.trim() : "";
  const categories = [...new Set(TEMPLATES.map(({ category }) => category))];
  const category = categories.find((known) => known === params.category);
  const found = TEMPLATES.filter(
    (template) =>
      (!category || template.category === category) &&
      `${template.name} ${template.summary} ${template.triggerEvents.join(" ")}`
        .toLowerCase()
        .includes(q.toLowerCase()),
  );
  const tab = (value: string | undefined) => withParams("/templates", { q, category: value }, {});
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-3xl font-semibold tracking-tight">Templates</h1>
      <p className="mt-2 max-w-2xl text-lg text-muted">
        Ready recipes. Take one, test it with a real event, change what you like.
      </p>
      <div className="mt-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <TabLinks
          label="Categories"
          items={[undefined, ...categories].map((value) => ({
            href: tab(value),
            label: value ?? "All",
            current: value === category,
          }))}
        />
        <Form action="/templates" className="flex w-full gap-2 sm:w-auto">
          {category ? <input type="hidden" name="category" value={category} /> : null}
          <Input
            key={q}
            type="search"
            name="q"
            aria-label="Search templates"
            placeholder="Search, e.g. refund"
            defaultValue={q}
            className="sm:w-56"
          />
          <Button type="submit" aria-label="Search">
            <Search aria-hidden />
          </Button>
        </Form>
      </div>
      {found.length > 0 ? (
        <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {found.map((template) => (
            <li key={template.id}>
              <TemplateTile {...template} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="No template matches"
          actions={<LinkButton href="/templates">Show all templates</LinkButton>}
        >
          Try another word. A recipe can also be built from nothing, for any of Stripe's events.
        </EmptyState>
      )}
    </div>
  );
}
