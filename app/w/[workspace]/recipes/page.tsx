import { FileUp, Plus } from "lucide-react";
import type { Metadata } from "next";
import { RecipeEmpty } from "~/components/recipe/recipe-empty";
import { RecipeFilterBar } from "~/components/recipe/recipe-filter-bar";
import { parseRecipeFilters } from "~/components/recipe/recipe-filters";
import { RecipeTable } from "~/components/recipe/recipe-table";
import { Panel } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { TabLinks } from "~/components/ui/tab-links";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Recipes" };

interface RecipesPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RecipesPage({ params, searchParams }: RecipesPageProps) {
  const { workspace } = await params;
  const filters = parseRecipeFilters(await searchParams);
  const path = `/w/${workspace}/recipes`;
  const api = await caller(workspace);
  const [recipes, facets] = await Promise.all([
    api.recipe.list({ workspace, ...filters }),
    api.recipe.facets({ workspace }),
  ]);
  const tabs = [
    { href: path, label: "In use", current: !filters.archived },
    {
      href: `${path}?archived=true`,
      label: `Archived (${facets.archived})`,
      current: Boolean(filters.archived),
    },
  ];
  return (
    <>
      <PageHeader
        title="Recipes"
        description="What is done when something happens in Stripe, in Customer.io or elsewhere."
        actions={
          <>
            <LinkButton href={`${path}/import`}>
              <FileUp aria-hidden />
              Import
            </LinkButton>
            <LinkButton variant="primary" href={`${path}/new`}>
              <Plus aria-hidden />
              New recipe
            </LinkButton>
          </>
        }
      />
      {facets.archived > 0 || filters.archived ? (
        <div className="mb-4">
          <TabLinks label="Recipes" items={tabs} />
        </div>
      ) : null}
      <Panel>
        {facets.total === facets.archived && !filters.archived ? (
          <RecipeEmpty workspace={workspace} />
        ) : (
          <>
            <RecipeFilterBar path={path} filters={filters} facets={facets} />
            <RecipeTable recipes={recipes} workspace={workspace} filters={filters} />
          </>
        )}
      </Panel>
    </>
  );
}
