import type { ConnectionView } from "~/server/services/connection/schemas";
import type { RecipeSummary } from "~/server/services/recipe/schemas";

export interface ChecklistItem {
  id: "connect" | "recipe" | "test" | "live";
  title: string;
  text: string;
  href: string;
  action: string;
  done: boolean;
}

interface Facts {
  workspace: string;
  connections: Pick<ConnectionView, "app">[];
  recipes: Pick<RecipeSummary, "id" | "status" | "lastRunAt">[];
}

/** A newcomer's way: connect, choose, test, set live. What is done is told from what the workspace has. */
export function checklist({ workspace, connections, recipes }: Facts): ChecklistItem[] {
  const base = `/w/${workspace}`;
  const apps = new Set(connections.map(({ app }) => app));
  const first = recipes[0];
  const recipeHref = first ? `${base}/recipes/${first.id}` : `${base}/recipes/new`;
  const isLive = recipes.some(({ status }) => status !== "draft");
  return [
    {
      id: "connect",
      title: "Connect both sides",
      text: "Open sandbox accounts with one click, or use your own keys.",
      href: apps.size > 0 ? `${base}/connections/new` : `${base}/sandbox`,
      action: apps.size > 0 ? "Add the other" : "Open sandbox accounts",
      done: apps.has("stripe") && apps.has("customerio"),
    },
    {
      id: "recipe",
      title: "Choose a template",
      text: "A ready recipe that you can change as you like.",
      href: `${base}/recipes/new`,
      action: "See templates",
      done: recipes.length > 0,
    },
    {
      id: "test",
      title: "Test it",
      text: "See every request it would send, without sending one.",
      href: recipeHref,
      action: "Open the recipe",
      done: isLive || recipes.some(({ lastRunAt }) => lastRunAt !== null),
    },
    {
      id: "live",
      title: "Set it live",
      text: "From then on it runs for every event that arrives.",
      href: recipeHref,
      action: "Open the recipe",
      done: isLive,
    },
  ];
}
