import type { ConnectionView } from "~/server/services/connection/schemas";
import type { RecipeSummary } from "~/server/services/recipe/schemas";

export interface ChecklistItem {
  workspace: string;
  id: "connect" | "recipe" | "test" | "live";
  title: string;
  text: string;
  done: boolean;
}

interface Facts {
  workspace: string;
  connections: Pick<ConnectionView, "app">[];
  recipes: Pick<RecipeSummary, "id" | "status" | "lastRunAt">[];
}

/** A newcomer's way: connect, choose, test, set live. What is done is told from what the workspace has. */
export function checklist({ workspace, connections, recipes }: Facts): ChecklistItem[] {
  const apps = new Set(connections.map(({ app }) => app));
  const isLive = recipes.some(({ status }) => status !== "draft");
  return [
    {
      workspace,
      id: "connect",
      title: "Connect both sides",
      text: "Open sandbox accounts with one click, or use your own keys.",
      done: apps.has("stripe") && apps.has("customerio"),
    },
    {
      workspace,
      id: "recipe",
      title: "Choose a template",
      text: "A ready recipe that you can change as you like.",
      done: recipes.length > 0,
    },
    {
      workspace,
      id: "test",
      title: "Test it",
      text: "See every request it would send, without sending one.",
      done: isLive || recipes.some(({ lastRunAt }) => lastRunAt !== null),
    },
    {
      workspace,
      id: "live",
      title: "Set it live",
      text: "From then on it runs for every event that arrives.",
      done: isLive,
    },
  ];
}
