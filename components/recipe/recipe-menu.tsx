"use client";

import { useRouter } from "next/navigation";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { useEditor } from "./editor-context";
import { RecipeActions } from "./recipe-actions";

interface RecipeMenuProps {
  recipeId: string;
  /** Saves what was typed last. */
  flush: () => Promise<unknown>;
}

/** What is needed rarely: its runs, copies, files, order, and taking it away. */
export function RecipeMenu({ recipeId, flush }: RecipeMenuProps) {
  const { workspace, state } = useEditor();
  const router = useRouter();
  const leave = () => router.push(`/w/${workspace}/recipes`);
  const remove = useAction(trpc.recipe.delete.mutate, {
    success: "Recipe deleted",
    refresh: false,
    onSuccess: leave,
  });
  return (
    <RecipeActions
      workspace={workspace}
      id={recipeId}
      name={state.name}
      label="More"
      className="px-2"
      saved={flush}
      onArchived={leave}
      onDelete={() => remove.run({ workspace, id: recipeId })}
    />
  );
}
