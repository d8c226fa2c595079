import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { StartRecipe } from "~/components/marketing/start-recipe";
import { Logo } from "~/components/ui/logo";
import { caller } from "~/server/api/caller";
import { currentUser } from "~/server/auth/session";
import { fillConnections } from "~/server/recipes/fill-connections";
import { beginning, promptOf, type StartParams, startPath } from "./beginning";

export const metadata: Metadata = { title: "Starting", robots: { index: false } };

/**
 * Where every "Use this" leads: signs in if need be, makes the recipe, opens it; a typed text goes to the
 * prompt box. Without a choice: the workspace.
 */
export default async function StartPage({ searchParams }: { searchParams: Promise<StartParams> }) {
  const params = await searchParams;
  const user = await currentUser();
  const api = await caller();
  if (!user) redirect(`/sign-up?callbackUrl=${encodeURIComponent(startPath(params))}`);
  const [workspace] = await api.workspace.list();
  if (!workspace) redirect("/new-workspace");
  const prompt = promptOf(params);
  if (prompt) redirect(`/w/${workspace.slug}/recipes/new?prompt=${encodeURIComponent(prompt)}`);
  const recipe = beginning(params);
  if (!recipe) redirect(`/w/${workspace.slug}`);
  const connections = await api.connection.list({ workspace: workspace.slug });
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-5 px-6">
      <Logo />
      <StartRecipe
        workspace={workspace.slug}
        name={recipe.name}
        definition={fillConnections(recipe.definition, connections)}
        {...(recipe.templateId ? { templateId: recipe.templateId } : {})}
      />
    </main>
  );
}
