import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";

export interface DraftRecipe {
  id: string;
  name: string;
  /** The draft with the workspace's accounts in it, where it was made before there were any. */
  completed: Definition | null;
}

/** Saves the accounts into a draft that a visitor began before anything was connected. */
export async function giveAccounts(workspace: string, { id, completed }: DraftRecipe): Promise<void> {
  if (completed) await trpc.recipe.update.mutate({ workspace, id, definition: completed });
}
