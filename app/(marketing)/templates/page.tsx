import type { Metadata } from "next";
import { absolute, publicPage } from "~/app/(marketing)/seo";
import { JsonLd } from "~/components/marketing/json-ld";
import { PublicHead } from "~/components/marketing/public-head";
import { TemplateTile } from "~/components/marketing/template-tile";
import { NoTemplate } from "~/components/template/no-template";
import { TemplateFilter } from "~/components/template/template-filter";
import { LinkButton } from "~/components/ui/link-button";
import { findTemplates, searchOf } from "~/server/recipes/gallery/find";
import { TEMPLATES } from "~/server/recipes/gallery/index";

interface TemplatesProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PATH = "/templates";

export async function generateMetadata({ searchParams }: TemplatesProps): Promise<Metadata> {
  const { q, category } = searchOf(await searchParams);
  return publicPage({
    path: PATH,
    title: category ? `${category} templates` : "Templates",
    description: `${TEMPLATES.length} ready recipes between Stripe and Customer.io: people, events, messages, coupons and alerts. Each with its flow, its needs and the requests it sends.`,
    picture: "templates",
    // One page of a search is no page of its own.
    listed: q === "" && category === undefined,
  });
}

export default async function Templates({ searchParams }: TemplatesProps) {
  const search = searchOf(await searchParams);
  const { found, counts } = findTemplates(search);
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
      <JsonLd data={list()} />
      <PublicHead
        absolute={absolute}
        title="Templates"
        lead={`${TEMPLATES.length} ready recipes. Take one, test it with a real event, change what you like.`}
        actions={<LinkButton href="/#prompt">Describe your own</LinkButton>}
      />
      <div className="mt-8">
        <TemplateFilter path={PATH} {...search} counts={counts} />
      </div>
      <h2 className="sr-only">{search.category ?? "All templates"}</h2>
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

function list() {
  return {
    "@type": "ItemList",
    name: "Billhook templates",
    numberOfItems: TEMPLATES.length,
    itemListElement: TEMPLATES.map(({ id, name }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      url: absolute(`/templates/${id}`),
    })),
  };
}
