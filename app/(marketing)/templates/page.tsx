import type { Metadata } from "next";
import { TemplateTile } from "~/components/marketing/template-tile";
import { NoTemplate } from "~/components/template/no-template";
import { TemplateFilter } from "~/components/template/template-filter";
import { findTemplates, searchOf } from "~/server/recipes/gallery/find";
import { TEMPLATES } from "~/server/recipes/gallery/index";

export const metadata: Metadata = {
  title: "Templates",
  description: "Ready recipes between Stripe and Customer.io: people, events, messages, coupons and alerts.",
};

interface TemplatesProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PATH = "/templates";

export default async function Templates({ searchParams }: TemplatesProps) {
  const search = searchOf(await searchParams);
  const { found, counts } = findTemplates(search);
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-3xl font-semibold tracking-tight">Templates</h1>
      <p className="mt-2 mb-8 max-w-2xl text-lg text-muted">
        {TEMPLATES.length} ready recipes. Take one, test it with a real event, change what you like.
      </p>
      <TemplateFilter path={PATH} {...search} counts={counts} />
      {found.length > 0 ? (
        <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {found.map((template) => (
            <li key={template.id}>
              <TemplateTile {...template} />
            </li>
          ))}
        </ul>
      ) : (
        <NoTemplate path={PATH} {...search} elsewhere={counts[0]?.count ?? 0} />
      )}
    </div>
  );
}
