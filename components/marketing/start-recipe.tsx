"use client";

import { LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";

interface StartRecipeProps {
  workspace: string;
  name: string;
  definition: Definition;
  templateId?: string;
}

/** Makes the recipe once the page is really shown (a prefetch makes none), then opens it. */
export function StartRecipe({ workspace, name, definition, templateId }: StartRecipeProps) {
  const router = useRouter();
  const started = useRef(false);
  const create = useAction(trpc.recipe.create.mutate, {
    toastError: false,
    refresh: false,
    onSuccess: (recipe) => router.replace(`/w/${workspace}/recipes/${recipe.id}`),
  });
  const { run } = create;
  const begin = () => run({ workspace, name, definition, ...(templateId ? { templateId } : {}) });
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void latest.current();
  }, []);
  if (create.error) {
    return (
      <>
        <h1 className="text-xl font-semibold">The recipe could not be made</h1>
        <Alert tone="danger">{create.error.message}</Alert>
        <div className="flex gap-2">
          <Button variant="primary" pending={create.pending} onClick={begin}>
            Try again
          </Button>
          <LinkButton href={`/w/${workspace}`}>To the workspace</LinkButton>
        </div>
      </>
    );
  }
  return (
    <>
      <h1 className="text-xl font-semibold">{name}</h1>
      <p role="status" className="flex items-center gap-2 text-muted">
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
        Making your recipe…
      </p>
    </>
  );
}
