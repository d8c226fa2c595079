import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CreateRecipeButton } from "~/components/recipe/create-recipe-button";
import { stepTitles } from "~/components/recipe/step-titles";
import { AppFlow } from "~/components/ui/app-flow";
import { AppIcon } from "~/components/ui/app-icon";
import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import { ACTIONS } from "~/server/connectors/catalog";
import { fillConnections } from "~/server/recipes/fill-connections";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { BLANK } from "./blank";

export const metadata: Metadata = { title: "New recipe" };

interface NewRecipePageProps {
  params: Promise<{ workspace: string }>;
}

export default async function NewRecipePage({ params }: NewRecipePageProps) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const connections = await api.connection.list({ workspace });
  const titles = Object.fromEntries(ACTIONS.map(({ id, title }) => [id, title]));
  return (
    <>
      <PageHeader
        title="New recipe"
        description="Start from a template and change what you like, or from nothing."
        breadcrumbs={[{ label: "Recipes", href: `/w/${workspace}/recipes` }, { label: "New recipe" }]}
      />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <li>
          <Choice title="Blank recipe" summary="Choose the event and every step yourself.">
            <CreateRecipeButton
              workspace={workspace}
              name="New recipe"
              definition={fillConnections(BLANK, connections)}
              label="Start blank"
            />
          </Choice>
        </li>
        {TEMPLATES.map((template) => (
          <li key={template.id}>
            <Choice
              title={template.name}
              summary={template.summary}
              category={template.category}
              steps={stepTitles(template.definition.steps, titles)}
            >
              <CreateRecipeButton
                workspace={workspace}
                name={template.name}
                templateId={template.id}
                definition={fillConnections(template.definition, connections)}
                label="Use this template"
              />
            </Choice>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoiceProps {
  title: string;
  summary: string;
  category?: string;
  steps?: string[];
  children: ReactNode;
}

function Choice({ title, summary, category, steps, children }: ChoiceProps) {
  return (
    <Panel className="flex h-full flex-col gap-2 p-4">
      {category ? <AppFlow category={category} /> : <AppIcon app="core" size={24} />}
      <h2 className="mt-1 text-base font-semibold">{title}</h2>
      <p className="text-sm text-muted">{summary}</p>
      {steps ? (
        <ol aria-label="Steps" className="list-decimal pl-4 text-xs text-faint">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may read the same, and none moves.
            <li key={index}>{step}</li>
          ))}
        </ol>
      ) : null}
      <div className="mt-auto pt-2">{children}</div>
    </Panel>
  );
}
