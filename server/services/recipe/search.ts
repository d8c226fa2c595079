import { getAction } from "~/server/connectors/catalog";
import type { RecipeSummary } from "./schemas";

/** Whether all words are found in what the recipe is called, where it is kept, what starts it and what it does. */
export function hasWords(recipe: RecipeSummary, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { name, key, folder, tags, triggerEvents, startsWith, actions } = recipe;
  const titles = actions.map((action) => getAction(action)?.title ?? "");
  const text = [name, key, folder, ...tags, ...triggerEvents, startsWith, ...actions, ...titles]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
