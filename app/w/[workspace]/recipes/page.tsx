import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { RecipeEmpty } from "~/components/recipe/recipe-empty";
import { RecipeSearch } from "~/components/recipe/recipe-search";
import { RecipeTable } from "~/components/recipe/recipe-table";
import { Panel } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Recipes" };

interface RecipesPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
}

export default async function RecipesPage({ params, searchParams }: RecipesPageProps) {
  const { workspace } = await params;
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.trim() : "";
  const api = await caller(workspace);
  const recipes = await api.recipe.list({ workspace });
  const found = recipes.filter((recipe) => recipe.name.toLowerCase().includes(query.toLowerCase()));
  return (
    <>
      <PageHeader
        title="Recipes"
        description="What happens in Customer.io when something happens in Stripe."
        actions={
          <LinkButton variant="primary" href={`/w/${workspace}/recipes/new`}>
            <Plus aria-hidden />
            New recipe
          </LinkButton>
        }
      />
      <Panel>
        {recipes.length === 0 ? (
          <RecipeEmpty workspace={workspace} />
        ) : (
          <>
            <RecipeSearch path={`/w/${workspace}/recipes`} query={query} />
            <RecipeTable recipes={found} workspace={workspace} query={query} />
          </>
        )}
      </Panel>
    </>
  );
}
