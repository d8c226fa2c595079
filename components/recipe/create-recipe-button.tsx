"use client";

import { useRouter } from "next/navigation";
import { Button } from "~/components/ui/button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";

interface CreateRecipeButtonProps {
  workspace: string;
  name: string;
  /** Of a recipe that no template begins. */
  definition?: Definition;
  templateId?: string;
  label: string;
}

/** Creates a recipe and opens it. */
export function CreateRecipeButton({
  workspace,
  name,
  definition,
  templateId,
  label,
}: CreateRecipeButtonProps) {
  const router = useRouter();
  const create = useAction(trpc.recipe.create.mutate, {
    refresh: false,
    onSuccess: (recipe) => router.push(`/w/${workspace}/recipes/${recipe.id}`),
  });
  const input = { workspace, name, ...(templateId ? { templateId } : { definition }) };
  return (
    <Button
      variant={templateId ? "secondary" : "primary"}
      pending={create.pending}
      onClick={() => create.run(input)}
      className="self-start"
    >
      {label}
      {templateId ? <span className="sr-only"> {name}</span> : null}
    </Button>
  );
}
