import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CreateRecipeButton } from "~/components/recipe/create-recipe-button";
import { Panel } from "~/components/ui/card";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
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
            <Choice title={template.name} summary={template.summary} category={template.category}>
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
  children: ReactNode;
}

function Choice({ title, summary, category, children }: ChoiceProps) {
  return (
    <Panel className="flex h-full flex-col gap-2 p-4">
      <p className="text-xs text-faint">{category ?? "From nothing"}</p>
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mb-2 flex-1 text-sm text-muted">{summary}</p>
      {children}
    </Panel>
  );
}
