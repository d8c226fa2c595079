import type { Metadata } from "next";
import { ArchivedRecipe } from "~/components/recipe/archived-recipe";
import { BrokenRecipe } from "~/components/recipe/broken-recipe";
import { RecipeEditor } from "~/components/recipe/recipe-editor";
import { caller } from "~/server/api/caller";
import { Definition } from "~/server/recipes/definition";
import { editorCatalog } from "./editor-catalog";

interface RecipePageProps {
  params: Promise<{ workspace: string; id: string }>;
}

export const metadata: Metadata = { title: "Recipe" };

export default async function RecipePage({ params }: RecipePageProps) {
  const { workspace, id } = await params;
  const api = await caller(workspace);
  const [recipe, connections, recipes, channels] = await Promise.all([
    api.recipe.get({ workspace, id }),
    api.connection.list({ workspace }),
    api.recipe.list({ workspace }),
    api.channel.list({ workspace }),
  ]);
  if (recipe.archived) return <ArchivedRecipe recipe={recipe} workspace={workspace} />;
  const definition = Definition.safeParse(recipe.definition);
  if (!definition.success) return <BrokenRecipe recipe={recipe} workspace={workspace} />;
  return (
    <RecipeEditor
      key={recipe.id}
      workspace={workspace}
      recipe={recipe}
      definition={definition.data}
      catalog={editorCatalog(
        connections,
        recipes.filter((other) => other.id !== id),
        channels,
      )}
    />
  );
}
