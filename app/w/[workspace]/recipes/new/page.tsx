import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DescribeBox } from "~/components/prompt/describe-box";
import { CreateRecipeButton } from "~/components/recipe/create-recipe-button";
import { stepTitles } from "~/components/recipe/step-titles";
import { NoTemplate } from "~/components/template/no-template";
import { TemplateFilter } from "~/components/template/template-filter";
import { AppFlow } from "~/components/ui/app-flow";
import { AppIcon } from "~/components/ui/app-icon";
import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import { ACTIONS } from "~/server/connectors/catalog";
import { fillConnections } from "~/server/recipes/fill-connections";
import { findTemplates, searchOf } from "~/server/recipes/gallery/find";
import type { Template } from "~/server/recipes/gallery/template";
import { BLANK } from "./blank";

export const metadata: Metadata = { title: "New recipe" };

interface NewRecipePageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewRecipePage({ params, searchParams }: NewRecipePageProps) {
  const { workspace } = await params;
  const asked = await searchParams;
  const search = searchOf(asked);
  const prompt = typeof asked.prompt === "string" ? asked.prompt.slice(0, 4000) : "";
  const { found, counts } = findTemplates(search);
  const path = `/w/${workspace}/recipes/new`;
  const api = await caller(workspace);
  const connections = await api.connection.list({ workspace });
  // A link alone neither waits for a language model nor sends it anything.
  const initial = prompt
    ? { prompt, draft: await api.draft.write({ workspace, prompt, model: false }) }
    : undefined;
  const titles = Object.fromEntries(ACTIONS.map(({ id, title }) => [id, title]));
  return (
    <>
      <PageHeader
        title="New recipe"
        description="Describe it, start from a template and change what you like, or start from nothing."
        breadcrumbs={[{ label: "Recipes", href: `/w/${workspace}/recipes` }, { label: "New recipe" }]}
      />
      <DescribeBox
        workspace={workspace}
        model={await api.draft.model({ workspace })}
        {...(initial ? { initial } : {})}
      />
      <Panel className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
        <AppIcon app="core" size={24} />
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="text-base font-semibold">Blank recipe</h2>
          <p className="text-sm text-muted">Choose the event and every step yourself.</p>
        </div>
        <CreateRecipeButton
          workspace={workspace}
          name="New recipe"
          definition={fillConnections(BLANK, connections)}
          label="Start blank"
        />
      </Panel>
      <TemplateFilter path={path} {...search} counts={counts} />
      <ul className="mt-6 grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {found.map((template) => (
          <li key={template.id}>
            <Choice template={template} steps={stepTitles(template.definition.steps, titles)}>
              <CreateRecipeButton
                workspace={workspace}
                name={template.name}
                templateId={template.id}
                label="Use this template"
              />
            </Choice>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <NoTemplate path={path} {...search} elsewhere={counts[0]?.count ?? 0} /> : null}
    </>
  );
}

/** A card is no place for a long recipe. */
const MOST_STEPS = 5;

interface ChoiceProps {
  template: Template;
  steps: string[];
  children: ReactNode;
}

function Choice({ template: { name, summary, category, flow }, steps, children }: ChoiceProps) {
  return (
    <Panel className="flex h-full flex-col gap-2 p-4">
      <AppFlow {...flow} category={category} />
      <h2 className="mt-1 text-base font-semibold">{name}</h2>
      <p className="text-sm text-muted">{summary}</p>
      <ol aria-label="Steps" className="list-decimal pl-4 text-xs text-faint">
        {steps.slice(0, MOST_STEPS).map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may read the same, and none moves.
          <li key={index}>{step}</li>
        ))}
      </ol>
      {steps.length > MOST_STEPS ? (
        <p className="pl-4 text-xs text-faint">and {steps.length - MOST_STEPS} more</p>
      ) : null}
      <div className="mt-auto pt-2">{children}</div>
    </Panel>
  );
}
